// Only `export *` here: what names single things is fetched whole by every page that takes one of them.
export * from './reading/notice-with-share';
export * from './opening/closeness-shape';
export * from './opening/hour-questions';
export * from './reading/answer-words';
export * from './reading-along/hour-script';
