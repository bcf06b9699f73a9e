export { SignInForms } from './sign-in-forms';
export { StepUpSheet } from './step-up-sheet';
