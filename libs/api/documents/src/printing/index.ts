export { PrintShop } from './print-shop';
export type { DocumentToPrint, Paper } from './sheet';
