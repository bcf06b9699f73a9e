export { documentsAdminRoutes, documentsStaffRoutes } from './staff-routes';
export { ConditionLine } from './kinds/worksheet/condition-line';
export { PaperChoices } from './paper-choices';
export { PromptRoom } from './kinds/worksheet/prompt-room';
export { KindPaper } from './kinds/kind-paper';
export { ScriptPractice } from './kinds/role-play-script/practise/script-practice';
