import vue from '@vitejs/plugin-vue';

const isCustomElement = (/** @type {string} */ tag) => tag === 'fog-bridge';

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
