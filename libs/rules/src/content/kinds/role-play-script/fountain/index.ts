export { parseFountain, type ReadFountain, type Unread } from './parse';
export { printFountain } from './print';
