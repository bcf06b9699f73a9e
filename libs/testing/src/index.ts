export * from './api/authenticator';
export * from './api/real-ways-in';
export * from './api/sign-in-as';
export * from './api/start-api';
export { default as startDatabase } from './database/global-setup';
export { default as stopDatabase } from './database/global-teardown';
export * from './database/scratch-database';
export * from './how-much';
export * from './personas';
