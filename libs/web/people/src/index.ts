// Only `export *` here: what names single things is fetched whole by every page that takes one of them.
export * from './consents/consent-words';
export * from './consents/questions-for-me';
export * from './families/families.client';
