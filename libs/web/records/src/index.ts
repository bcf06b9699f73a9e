export { EmergencyNotice } from './emergencies/emergency-notice';
export { recordsAdminRoutes, recordsStaffRoutes } from './routes';
