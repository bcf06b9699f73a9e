export { ConsentWords } from './consents/consent-words';
export { QuestionsForMe } from './consents/questions-for-me';
export { FamiliesClient, type MemberStep } from './families/families.client';
