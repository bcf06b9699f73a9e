export { ConsentWords } from './consents/consent-words';
export { QuestionsForMe } from './consents/questions-for-me';
export { FamiliesClient, type MemberStep } from './families/families.client';
export {
  adminRoutes,
  consentFamilyRoutes,
  doorRoutes,
  peopleStaffRoutes,
  staffSettingsRoutes,
} from './routes';
export { SignInForms } from './sign-in/sign-in-forms';
export { StepUpSheet } from './sign-in/step-up-sheet';
