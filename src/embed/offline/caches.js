// The names of our caches. An origin has one set of caches for all its pages and for whoever else writes there, so every
// name begins with what only we would choose, and with the folder this page stands in.

/** What all our caches of one page begin with. @param {string} scope address of the folder that the worker is for */
export const prefixOf = (scope) => `pn-files ${new URL(scope).pathname} `;

/** The names of our caches that are there. @param {string} scope */
export const namesOfOurs = async (scope) => (await caches.keys()).filter((name) => name.startsWith(prefixOf(scope)));

/** Deletes our caches, and nobody else's. @param {string} scope @param {string} [kept] the name of one that stays */
export const deleteOurs = async (scope, kept) => {
  const old = (await namesOfOurs(scope)).filter((name) => name !== kept);
  await Promise.all(old.map((name) => caches.delete(name)));
};
