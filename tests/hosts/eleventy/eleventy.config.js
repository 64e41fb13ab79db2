export default (site) => {
  site.addPassthroughCopy('fogbridge');
};
