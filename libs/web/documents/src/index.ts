export { documentsStaffRoutes } from './staff-routes';
