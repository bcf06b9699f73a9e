// Only `export *` here: what names single things is fetched whole by every page that takes one of them.
export * from './announcer';
export * from './checked-against';
export * from './error-summary';
export * from './field';
export * from './names-told';
export * from './sending';
export * from './time-zone-choice';
