// Only `export *` here: what names single things is fetched whole by every page that takes one of them.
export * from './api';
export * from './following';
export * from './keep-file';
export * from './problem';
export * from './problem-words';
