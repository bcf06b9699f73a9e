export { FamiliesClient, type MemberStep } from './families/families.client';
export { adminRoutes, doorRoutes, peopleStaffRoutes, staffSettingsRoutes } from './routes';
export { SignInForms } from './sign-in/sign-in-forms';
