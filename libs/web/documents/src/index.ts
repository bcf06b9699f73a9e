// Only `export *` here: what names single things is fetched whole by every page that takes one of them.
export * from './kinds/worksheet/condition-line';
export * from './paper-choices';
export * from './kinds/worksheet/prompt-room';
export * from './kinds/by-day/daily-question';
export * from './kinds/item-code';
export * from './kinds/kind-paper';
export * from './kinds/role-play-script/practise/script-practice';
export * from './kinds/worksheet/answering';
export * from './drafting/sent-review';
export * from './sharing/begun-shares';
export * from './sharing/share-words';
export * from './supervision/change-list';
export * from './supervision/half-replies';
export * from './supervision/thread-order';
export * from './supervision/threads';
