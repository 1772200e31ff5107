/** A site of Observable Framework that asks no other server for a font or an icon. */
export default {
  root: 'observable',
  output: 'built/observable',
  title: 'A notebook',
  head: '<link rel="icon" href="data:,">',
  globalStylesheets: [],
};
