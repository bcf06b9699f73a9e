// Only `export *` here: what names single things is fetched whole by every page that takes one of them.
export * from './by-and-by';
export * from './empty';
export * from './further';
export * from './loaded';
export * from './not-found-page';
export * from './not-reached-page';
export * from './problem-notice';
export * from './thread';
export * from './waiting';
