export { documentsStaffRoutes } from './staff-routes';
export { KindPaper } from './kinds/kind-paper';
