export { sessionsStaffRoutes } from './routes';
