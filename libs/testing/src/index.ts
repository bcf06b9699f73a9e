export * from './api/sign-in-as';
export * from './api/start-api';
export * from './database/scratch-database';
export * from './personas';
