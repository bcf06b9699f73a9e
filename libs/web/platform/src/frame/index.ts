// Only `export *` here: what names single things is fetched whole by every page that takes one of them.
export * from './breadcrumb';
export * from './exit-button';
export * from './family-frame';
export * from './not-covered';
export * from './keep-awake';
export * from './help-now-page';
export * from './leaving';
export * from './done-heading';
export * from './page-heading';
export * from './page-title';
export * from './safety-card';
export * from './shared-screen';
export * from './staff-notice';
