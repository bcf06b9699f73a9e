export { homeworkFamilyRoutes } from './family.routes';
export { responsesStaffRoutes } from './staff.routes';
