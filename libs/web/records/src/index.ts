export { recordsAdminRoutes, recordsStaffRoutes } from './routes';
export { RecordsNotice } from './staff-notice';
