export { sessionsFamilyRoutes, sessionsStaffRoutes } from './routes';
