import type { Consent, ConsentRequest, ConsentRequestState } from '@common-ground/contract';
import {
  consentState,
  mayRevokeConsent,
  mayDecideConsentRequest,
  mayWithdrawConsentRequest,
  renewalOf,
  type Actor,
  type ConsentStanding,
  type TextsInForce,
} from '@common-ground/rules/access';
import type { ConsentRow } from './consent.repository';
import type { ConsentRequestRow } from './consent-request.repository';

export function presentConsent(
  actor: Actor,
  standing: ConsentStanding,
  row: ConsentRow,
  current: TextsInForce,
): Consent {
  const { isReplaced, today, ...consent } = row;
  const held = consentState({ untilOn: row.untilOn, revoked: row.revokedAt !== null }, today);
  const inForce = held === 'in-force';
  const facts = { ...standing, givenBy: row.from.id, givenAs: row.givenAs };
  return {
    ...consent,
    state: isReplaced ? 'replaced' : held,
    renewal: inForce ? renewalOf(row, current, today) : null,
    may: { revoke: inForce && mayRevokeConsent(actor, facts).allowed },
  };
}

export function requestState(row: ConsentRequestRow): ConsentRequestState {
  if (row.answer !== null) return row.answer;
  if (row.withdrawnAt !== null) return 'withdrawn';
  const isOver = (row.untilOn !== null && row.untilOn < row.today) || row.recipientState === 'removed';
  return isOver ? 'over' : 'waiting';
}

export function presentRequest(
  actor: Actor,
  standing: ConsentStanding,
  row: ConsentRequestRow,
): ConsentRequest {
  const {
    answer: _answer,
    withdrawnAt: _withdrawnAt,
    recipientState: _state,
    today: _today,
    ...request
  } = row;
  const state = requestState(row);
  return {
    ...request,
    state,
    may: {
      decide: state === 'waiting' && mayDecideConsentRequest(actor, standing).allowed,
      withdraw: state === 'waiting' && mayWithdrawConsentRequest(actor, standing).allowed,
    },
  };
}
