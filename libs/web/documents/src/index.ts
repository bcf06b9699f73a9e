export { documentsStaffRoutes } from './staff-routes';
export { KindPaper } from './kinds/kind-paper';
export { ScriptPractice } from './kinds/role-play-script/practise/script-practice';
