export { keepShell } from './keep-shell';
export { type Kept, KeptCopies } from './kept-copies';
