export * from './forms';
export * from './frame';
export * from './http';
export * from './saving';
export * from './session';
export * from './states';
export * from './theme';
export * from './words';
