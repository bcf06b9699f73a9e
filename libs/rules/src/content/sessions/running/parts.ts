export * as running from './moves';
export * as playing from './play';
export * as speaking from './airtime';
