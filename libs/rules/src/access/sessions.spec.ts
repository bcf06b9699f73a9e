import type { MemberId, MemberState, SessionReply } from '@common-ground/contract';
import { client, mother, stranger, supervisor, therapist, verdictOf } from './actors-for-specs';
import type { Actor } from './judgement';
import type { ApartInFamily } from './keeping-apart';
import { mayFollowSession, mayPlanSession, mayReplyToAsking, staysAway } from './sessions';

const [rosa, david, leo] = ['Rosa', 'David', 'Leo'] as MemberId[] as [MemberId, MemberId, MemberId];

describe('who plans the hour of a family', () => {
  it.each<[string, Actor, boolean, string]>([
    ['the therapist who has the family on the caseload', therapist, true, 'allowed'],
    ['not another therapist', therapist, false, 'unseen'],
    ['not the client', client, false, 'unseen'],
    ['not a member', mother, false, 'unseen'],
    ['not a supervisor', supervisor, false, 'unseen'],
    ['not somebody who is a therapist no more', stranger, true, 'unseen'],
  ])('%s', (_sentence, actor, onCaseload, verdict) => {
    const facts = { clientId: client.personId, onCaseload, myState: 'confirmed' } as const;
    expect(verdictOf(mayPlanSession(actor, facts))).toBe(verdict);
  });
});

describe('who answers when somebody is asked to an hour', () => {
  it.each<[string, Actor, string]>([
    ['the one who is asked', mother, 'allowed'],
    ['not the client', client, 'unseen'],
    ['not the therapist who asks', therapist, 'unseen'],
    ['nobody else', stranger, 'unseen'],
  ])('%s', (_sentence, actor, verdict) => {
    expect(verdictOf(mayReplyToAsking(actor, { personId: mother.personId }))).toBe(verdict);
  });
});

describe('who follows an hour while it runs', () => {
  it.each<[string, Actor, SessionReply | null, boolean, string]>([
    ['somebody who comes', mother, 'coming', false, 'allowed'],
    ['somebody who wants to be asked', mother, 'ask-me', false, 'allowed'],
    ['somebody who has not answered', mother, null, false, 'allowed'],
    ['not somebody who cannot come', mother, 'cannot', false, 'forbidden'],
    ['nobody once it is called off', mother, 'coming', true, 'forbidden'],
    ['not the client in the mother’s place', client, 'coming', false, 'unseen'],
    ['not a therapist in her place', therapist, 'coming', false, 'unseen'],
    ['nobody else', stranger, 'coming', true, 'unseen'],
  ])('%s', (_sentence, actor, reply, calledOff, verdict) => {
    expect(verdictOf(mayFollowSession(actor, { personId: mother.personId, reply, calledOff }))).toBe(verdict);
  });
});

describe('who can be asked to an hour', () => {
  it.each<[string, MemberState, MemberId[], Partial<ApartInFamily>, string | null]>([
    ['somebody confirmed', 'confirmed', [david], {}, null],
    ['nobody who has not come yet', 'invited', [], {}, 'member-not-confirmed'],
    ['nobody who waits to be confirmed', 'accepted', [], {}, 'member-not-confirmed'],
    ['nobody who is paused', 'paused', [], {}, 'member-not-confirmed'],
    ['nobody who is held, even alone', 'confirmed', [], { holds: [rosa] }, 'held'],
    ['somebody while another is held', 'confirmed', [david], { holds: [david] }, null],
    [
      'nobody with a block towards one who comes',
      'confirmed',
      [leo, david],
      { blocks: [[david, rosa]] },
      'blocked',
    ],
    [
      'somebody with a block towards one who does not come',
      'confirmed',
      [leo],
      { blocks: [[david, rosa]] },
      null,
    ],
    [
      'a hold is named before a block',
      'confirmed',
      [david],
      { holds: [rosa], blocks: [[rosa, david]] },
      'held',
    ],
    ['that they are not confirmed is named first', 'paused', [], { holds: [rosa] }, 'member-not-confirmed'],
  ])('%s', (_sentence, state, others, apart, outcome) => {
    expect(staysAway({ id: rosa, state }, others, { blocks: [], holds: [], ...apart })).toBe(outcome);
  });
});
