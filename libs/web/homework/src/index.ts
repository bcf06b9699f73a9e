export { homeworkFamilyRoutes, ownWordsRoutes } from './family.routes';
export { NoticeWithShareView } from './reading/notice-with-share';
export { responsesStaffRoutes } from './staff.routes';
