import type {
  DocumentId,
  DocumentKind,
  MemberId,
  MemberState,
  SessionReply,
  StaysAway,
} from '@common-ground/contract';
import { client, mother, stranger, supervisor, therapist, verdictOf } from './actors-for-specs';
import type { Actor } from './judgement';
import type { ApartInFamily } from './keeping-apart';
import {
  mayFollowSession,
  mayKeepNote,
  mayLookBack,
  mayPlanSession,
  mayReadOwnLookBack,
  mayReplyToAsking,
  mayTakeHome,
  papersByDay,
  staysAway,
  takeHomeCoverage,
} from './sessions';
import type { RecipientFacts } from './sharing';

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

describe('who takes a page home', () => {
  const TODAY = '2027-03-01';
  const consent = (kind: DocumentKind, untilOn: string | null = null, revoked = false) => ({
    ...{ kinds: [kind], documentIds: [], untilOn, revoked },
  });
  const toPlans = [consent('support-plan')];

  it.each<[string, Partial<RecipientFacts> & { staysAway?: StaysAway }, string]>([
    ['the client', { isClient: true }, 'own-client'],
    [
      'the client whom a block keeps from another one',
      { isClient: true, staysAway: 'blocked' },
      'own-client',
    ],
    ['not the client while held', { isClient: true, staysAway: 'held' }, 'held'],
    [
      'not the client before they are confirmed',
      { isClient: true, staysAway: 'member-not-confirmed' },
      'member-not-confirmed',
    ],
    ['a member to whom the client releases plans', { consents: toPlans }, 'consent'],
    ['a member until the last day of it', { consents: [consent('support-plan', TODAY)] }, 'consent'],
    ['not a day longer', { consents: [consent('support-plan', '2027-02-28')] }, 'consent-ended'],
    ['not once it is revoked', { consents: [consent('support-plan', null, true)] }, 'consent-revoked'],
    ['not by a consent to worksheets', { consents: [consent('worksheet')] }, 'no-consent'],
    [
      'not a member whom a block keeps from another one',
      { consents: toPlans, staysAway: 'blocked' },
      'blocked',
    ],
    ['not a member whom a block keeps from the client', { consents: toPlans, isBlocked: true }, 'blocked'],
    ['not a member who is held', { consents: toPlans, isHeld: true }, 'held'],
  ])('%s', (_sentence, facts, because) => {
    const plain = { isClient: false, state: 'confirmed', isBlocked: false, isHeld: false } as const;
    const covered = takeHomeCoverage({ ...plain, consents: [], staysAway: null, ...facts }, TODAY);
    expect(covered).toMatchObject({ allowed: ['own-client', 'consent'].includes(because), because });
  });

  it.each<[string, Actor, string]>([
    ['reads their own', mother, 'allowed'],
    ['and the client not hers', client, 'unseen'],
    ['nor a therapist in her place', therapist, 'unseen'],
  ])('%s', (_sentence, actor, verdict) => {
    expect(verdictOf(mayTakeHome(actor, { personId: mother.personId }))).toBe(verdict);
  });
});

describe('the papers of an hour, by its day', () => {
  const DAY = '2027-02-02';
  const consent = { kinds: ['worksheet'], documentIds: [], untilOn: null, revoked: false } as const;
  const facts: RecipientFacts = {
    ...{ isClient: false, isBlocked: false, isHeld: false, state: 'confirmed', consents: [consent] },
  };
  const [sheet, plan] = [
    { id: 'a-sheet' as DocumentId, kind: 'worksheet' },
    { id: 'a-plan' as DocumentId, kind: 'support-plan' },
  ] as const;

  it.each<[string, Partial<RecipientFacts>, string[]]>([
    ['reach whom a consent covers; the other one is missing', {}, ['a-plan no-consent']],
    ['reach the client without any', { isClient: true, consents: [] }, []],
    [
      'wait where a consent ends before the hour',
      { consents: [{ ...consent, untilOn: '2027-02-01' }] },
      ['a-sheet consent-ended', 'a-plan no-consent'],
    ],
    [
      'are covered on the last day of a consent',
      { consents: [{ ...consent, untilOn: DAY }] },
      ['a-plan no-consent'],
    ],
    [
      'wait where it was taken back',
      { consents: [{ ...consent, revoked: true }] },
      ['a-sheet consent-revoked', 'a-plan no-consent'],
    ],
    ['reach nobody in the hour who is held', { isHeld: true }, ['a-sheet held', 'a-plan held']],
    ['nor whoever is blocked', { isBlocked: true }, ['a-sheet blocked', 'a-plan blocked']],
  ])('%s', (_sentence, change, missing) => {
    const found = papersByDay({ ...facts, ...change }, [sheet, plan], DAY);
    expect(found.missing.map(({ paper, because }) => `${paper.id} ${because}`)).toEqual(missing);
  });

  it('are covered together for as long as the first consent to one of them lasts', () => {
    const both = (first: string | null, second: string | null): string | null => {
      const ofPlan = { ...consent, kinds: ['support-plan'], untilOn: second } as const;
      const consents = [{ ...consent, untilOn: first }, ofPlan];
      return papersByDay({ ...facts, consents }, [sheet, plan], DAY).untilOn;
    };
    expect([both('2027-05-01', '2027-03-01'), both(null, '2027-03-01'), both(null, null)]).toEqual([
      '2027-03-01',
      '2027-03-01',
      null,
    ]);
  });
});

describe('who reads a private note', () => {
  it.each<[string, Actor, string]>([
    ['whoever wrote it', therapist, 'allowed'],
    ['not their supervisor', supervisor, 'unseen'],
    ['not the client', client, 'unseen'],
    ['nobody else', stranger, 'unseen'],
  ])('%s', (_sentence, actor, verdict) => {
    expect(verdictOf(mayKeepNote(actor, { authorId: therapist.personId }))).toBe(verdict);
  });
});

describe('who looks back on an hour', () => {
  it.each<[string, Actor, boolean, boolean, string, string]>([
    ['whoever was asked, once it has ended', mother, true, true, 'allowed', 'allowed'],
    ['nobody before it has ended', mother, false, true, 'unseen', 'unseen'],
    ['nobody changes it long after; their own words they read', mother, true, false, 'forbidden', 'allowed'],
    ['not the client in her place', client, true, true, 'unseen', 'unseen'],
    ['not the therapist, who reads what is sent', therapist, true, true, 'unseen', 'unseen'],
    ['nobody else, however long ago', stranger, true, false, 'unseen', 'unseen'],
  ])('%s', (_sentence, actor, hasEnded, isOpen, writes, reads) => {
    const facts = { personId: mother.personId, hasEnded, isOpen };
    expect(verdictOf(mayLookBack(actor, facts))).toBe(writes);
    expect(verdictOf(mayReadOwnLookBack(actor, facts))).toBe(reads);
  });
});
