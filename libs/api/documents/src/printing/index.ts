export { PrintShop } from './print-shop';
export type { Paper, WorksheetToPrint } from './worksheet-sheet';
