// Only `checkedAgainst` fetches this file: the request classes need Reflect's metadata before they are read.
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import {
  ChangePractice,
  ChangeStandIn,
  ChangeStaff,
  ChangeStaffEmail,
  NewCoachWord,
  NewNotice,
  NewStaff,
  NewAddendum,
  NewSupervision,
  CodeSignIn,
  ConfirmAuthenticator,
  ConsentDecision,
  CopyTemplate,
  Decision,
  type FieldProblem,
  MemberChange,
  NewBlock,
  NewBreakGlass,
  NewComment,
  NewConsent,
  NewConsentRequest,
  NewDocument,
  NewFamily,
  NewFamilySession,
  NewGuardian,
  NewHold,
  NewMember,
  NewOffer,
  NewPassword,
  NewShare,
  NewStandIn,
  NewTherapist,
  StaffSignIn,
  RefuseErasure,
  SessionReplyDraft,
  SubmitDocument,
  TemplateChange,
  UseAccessLink,
} from '@common-ground/contract';

// Named one by one: a namespace import would drag every class into the first download.
const REQUESTS = {
  ChangePractice,
  ChangeStandIn,
  ChangeStaff,
  ChangeStaffEmail,
  NewCoachWord,
  NewNotice,
  NewStaff,
  NewAddendum,
  NewSupervision,
  CodeSignIn,
  ConfirmAuthenticator,
  ConsentDecision,
  CopyTemplate,
  Decision,
  MemberChange,
  NewBlock,
  NewBreakGlass,
  RefuseErasure,
  NewGuardian,
  NewComment,
  NewConsent,
  NewConsentRequest,
  NewDocument,
  NewFamily,
  NewFamilySession,
  NewHold,
  NewMember,
  NewOffer,
  NewPassword,
  NewShare,
  NewStandIn,
  NewTherapist,
  SessionReplyDraft,
  StaffSignIn,
  SubmitDocument,
  TemplateChange,
  UseAccessLink,
} satisfies Readonly<Record<string, new () => object>>;

/** The classes of the contract that forms are checked against. */
export type RequestName = keyof typeof REQUESTS;

export function problemsOf(name: RequestName, body: unknown): readonly FieldProblem[] {
  const request: new () => object = REQUESTS[name];
  return flat(validateSync(plainToInstance(request, body), { stopAtFirstError: true }), '');
}

/** Nested problems as one list with dotted paths, in the order of the fields. */
function flat(errors: readonly ValidationError[], under: string): readonly FieldProblem[] {
  return errors.flatMap((error) => {
    const path = under === '' ? error.property : `${under}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({ path, code, message }));
    return [...own, ...flat(error.children ?? [], path)];
  });
}
