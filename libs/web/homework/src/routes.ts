export { responsesStaffRoutes } from './staff.routes';
