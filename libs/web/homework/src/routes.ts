export { homePage, homeworkFamilyRoutes, ownWordsRoutes } from './family.routes';
export { responsesStaffRoutes } from './staff.routes';
