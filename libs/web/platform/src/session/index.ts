export {
  asAdmin,
  asClinician,
  asFamily,
  asSupervisor,
  asTherapist,
  signedIn,
  toHome,
  whileEnrolling,
  whileNothingIsOpen,
} from './guards';
export { GENERAL_SAFETY, knownSafety } from './known-safety';
export { Session, type SessionState, type SignOutOutcome } from './session';
export { SignsOfLife } from './signs-of-life';
export { StepUp } from './step-up';
export { areNumbersOld } from './old-numbers';
export { PAGE_ANEW } from './page-anew';
