export { documentsStaffRoutes } from './staff-routes';
export { ConditionLine } from './kinds/worksheet/condition-line';
export { KindPaper } from './kinds/kind-paper';
export { ScriptPractice } from './kinds/role-play-script/practise/script-practice';
