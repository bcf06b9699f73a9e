/** Ids of blocks, choices and entries are made by the editor; they end up in paths and element ids, so only plain letters pass. */
export const ENTRY_ID = /^[A-Za-z0-9_-]{1,64}$/u;
