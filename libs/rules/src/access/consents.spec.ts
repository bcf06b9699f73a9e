import type { DocumentId, GivenAs } from '@common-ground/contract';
import fc from 'fast-check';
import {
  client,
  mother,
  personNamed,
  someone,
  stranger,
  supervisor,
  therapist,
  verdictOf,
} from './actors-for-specs';
import {
  consentState,
  mayAskForConsent,
  mayDecideConsentRequest,
  mayGiveConsent,
  mayReadConsentRequest,
  mayReadConsents,
  mayRevokeConsent,
  mayWithdrawConsentRequest,
  overlaps,
  renewalOf,
  takesThePlaceOf,
  type ConsentFacts,
  type ConsentStanding,
  type PaperFacts,
  type PapersInWords,
} from './consents';
import type { Actor } from './judgement';
import { coverage, type RecipientFacts } from './sharing';

const TODAY = '2026-11-22';
const SHEET = { id: 'mornings' as DocumentId, kind: 'worksheet' } as const satisfies PaperFacts;
const consent = (known: Partial<ConsentFacts> = {}): ConsentFacts => ({
  kinds: ['worksheet'],
  documentIds: [],
  untilOn: null,
  revoked: false,
  ...known,
});

describe('how long a consent holds', () => {
  it.each<[string, Partial<ConsentFacts>, string]>([
    ['until it is taken back, when no day was named', {}, 'in-force'],
    ['through its whole last day', { untilOn: TODAY }, 'in-force'],
    ['no longer than its last day', { untilOn: '2026-11-21' }, 'ended'],
    ['not a moment longer once it is taken back', { untilOn: '2027-11-22', revoked: true }, 'revoked'],
    ['taken back stays taken back after its last day', { untilOn: '2026-11-21', revoked: true }, 'revoked'],
  ])('%s', (_sentence, known, state) => {
    expect(consentState(consent(known), TODAY)).toBe(state);
  });
});

describe('whom a share may reach', () => {
  const recipient = (known: Partial<RecipientFacts>): RecipientFacts => ({
    isClient: false,
    state: 'confirmed',
    consents: [],
    isBlocked: false,
    isHeld: false,
    ...known,
  });

  it.each<[string, Partial<RecipientFacts>, string]>([
    ['the client, without a consent to themselves', { isClient: true }, 'own-client'],
    ['a member whom a consent in force covers', { consents: [consent()] }, 'consent'],
    [
      'a member whom a consent to this one document covers',
      { consents: [consent({ kinds: [], documentIds: [SHEET.id] })] },
      'consent',
    ],
    [
      'nobody whose consent names another document of the same kind',
      { consents: [consent({ kinds: [], documentIds: ['evenings' as DocumentId] })] },
      'no-consent',
    ],
    [
      'nobody whose consent to this one document was taken back',
      { consents: [consent({ kinds: [], documentIds: [SHEET.id], revoked: true })] },
      'consent-revoked',
    ],
    [
      'nobody whose consent to this one document has ended',
      { consents: [consent({ kinds: ['support-plan'], documentIds: [SHEET.id], untilOn: '2026-11-21' })] },
      'consent-ended',
    ],
    ['nobody without a consent', {}, 'no-consent'],
    [
      'nobody whose consent names other kinds only',
      { consents: [consent({ kinds: ['support-plan'] })] },
      'no-consent',
    ],
    ['nobody whose consent has ended', { consents: [consent({ untilOn: '2026-01-01' })] }, 'consent-ended'],
    ['nobody whose consent was taken back', { consents: [consent({ revoked: true })] }, 'consent-revoked'],
    [
      'a member whose earlier consent was taken back and who was given a new one',
      { consents: [consent({ revoked: true }), consent()] },
      'consent',
    ],
    ['nobody who has only been invited', { state: 'invited', consents: [consent()] }, 'member-not-confirmed'],
    [
      'nobody who accepted and was not confirmed',
      { state: 'accepted', consents: [consent()] },
      'member-not-confirmed',
    ],
    ['nobody who is paused', { state: 'paused', consents: [consent()] }, 'member-not-confirmed'],
    ['nobody who was removed', { state: 'removed', consents: [consent()] }, 'member-not-confirmed'],
    ['not even a client who is paused', { isClient: true, state: 'paused' }, 'member-not-confirmed'],
  ])('%s', (_sentence, known, because) => {
    const covered = coverage(SHEET, recipient(known), TODAY);
    expect(covered.because).toBe(because);
    expect(covered.allowed).toBe(because === 'own-client' || because === 'consent');
  });

  it('names the last day of the consent that lasts longest', () => {
    const days = [consent({ untilOn: '2026-12-01' }), consent({ untilOn: '2027-03-01' })];
    expect(coverage(SHEET, recipient({ consents: days }), TODAY).untilOn).toBe('2027-03-01');
    expect(coverage(SHEET, recipient({ consents: [...days, consent()] }), TODAY).untilOn).toBeNull();
  });

  it('no consent that is revoked, ended or about another kind ever opens anything', () => {
    const shut = fc.constantFrom(
      consent({ revoked: true }),
      consent({ untilOn: '2026-11-21' }),
      consent({ kinds: ['boundary-plan', 'support-plan'] }),
      consent({ kinds: [], documentIds: ['evenings' as DocumentId] }),
    );
    fc.assert(
      fc.property(fc.array(shut, { maxLength: 6 }), (consents) => {
        expect(coverage(SHEET, recipient({ consents }), TODAY).allowed).toBe(false);
      }),
    );
  });
});

describe('who has a say about consents', () => {
  const family = (known: Partial<ConsentStanding>): ConsentStanding => ({
    clientId: client.personId,
    onCaseload: false,
    myState: null,
    speaksForClient: false,
    ...known,
  });

  it.each<[string, Actor, Partial<ConsentStanding>, string, string, string]>([
    [
      'the client gives, reads and takes back',
      client,
      { myState: 'confirmed' },
      'allowed',
      'allowed',
      'allowed',
    ],
    ['the therapist reads them', therapist, { onCaseload: true }, 'forbidden', 'allowed', 'forbidden'],
    [
      'a member neither gives nor reads them',
      mother,
      { myState: 'confirmed' },
      'forbidden',
      'forbidden',
      'unseen',
    ],
    [
      'a guardian who speaks for the client today does what the client does',
      mother,
      { myState: 'confirmed', speaksForClient: true },
      'allowed',
      'allowed',
      'allowed',
    ],
    [
      'a guardian who is paused has no say',
      mother,
      { myState: 'paused', speaksForClient: true },
      'unseen',
      'unseen',
      'unseen',
    ],
    [
      'a client who is paused takes back, and gives nothing new',
      client,
      { myState: 'paused' },
      'unseen',
      'unseen',
      'allowed',
    ],
    ['a supervisor does not know of them', supervisor, {}, 'unseen', 'unseen', 'unseen'],
    ['strangers do not know of them', stranger, {}, 'unseen', 'unseen', 'unseen'],
    ['a removed member does not know of them', mother, { myState: 'removed' }, 'unseen', 'unseen', 'unseen'],
    [
      'a client of another family gives none here',
      someone('Sam', 'client'),
      {},
      'unseen',
      'unseen',
      'unseen',
    ],
  ])('%s', (_sentence, actor, known, gives, reads, revokes) => {
    expect(verdictOf(mayGiveConsent(actor, family(known)))).toBe(gives);
    expect(verdictOf(mayReadConsents(actor, family(known)))).toBe(reads);
    const given = { ...family(known), givenBy: personNamed('Maya'), givenAs: 'client' } as const;
    expect(verdictOf(mayRevokeConsent(actor, given))).toBe(revokes);
  });

  it('a consent says whose voice gave it, and a therapist who is a guardian as well reads as the therapist', () => {
    const confirmed = family({ myState: 'confirmed', speaksForClient: true });
    expect(mayGiveConsent(client, confirmed).because).toBe('is-client');
    expect(mayGiveConsent(mother, confirmed).because).toBe('speaks-for-client');
    expect(mayReadConsents(mother, confirmed).because).toBe('speaks-for-client');
    expect(mayReadConsents(therapist, { ...confirmed, onCaseload: true }).because).toBe('on-caseload');
  });

  it('whoever gave a consent takes it back even after they were paused', () => {
    const paused = { ...family({ myState: 'paused' }), givenBy: client.personId, givenAs: 'client' } as const;
    expect(verdictOf(mayRevokeConsent(client, paused))).toBe('allowed');
  });

  it.each<[string, Actor, Partial<ConsentStanding>, GivenAs, string]>([
    ['the client takes back what a guardian said', client, { myState: 'confirmed' }, 'guardian', 'allowed'],
    [
      'a guardian takes back what they said while their right counts',
      mother,
      { myState: 'confirmed', speaksForClient: true },
      'guardian',
      'allowed',
    ],
    [
      'a guardian whose right has ended no longer takes back what they said for the client',
      mother,
      { myState: 'confirmed' },
      'guardian',
      'unseen',
    ],
  ])('%s', (_sentence, actor, known, givenAs, verdict) => {
    const said = { ...family(known), givenBy: mother.personId, givenAs };
    expect(verdictOf(mayRevokeConsent(actor, said))).toBe(verdict);
  });

  it.each<[string, Actor, Partial<ConsentStanding>, string, string, string, string]>([
    ['the client', client, { myState: 'confirmed' }, 'forbidden', 'allowed', 'allowed', 'forbidden'],
    ['the therapist', therapist, { onCaseload: true }, 'allowed', 'allowed', 'forbidden', 'allowed'],
    [
      'a guardian who speaks for the client',
      mother,
      { myState: 'confirmed', speaksForClient: true },
      'forbidden',
      'allowed',
      'allowed',
      'forbidden',
    ],
    ['another member', mother, { myState: 'confirmed' }, 'forbidden', 'unseen', 'unseen', 'unseen'],
    ['a supervisor', supervisor, {}, 'unseen', 'unseen', 'unseen', 'unseen'],
    ['a stranger', stranger, {}, 'unseen', 'unseen', 'unseen', 'unseen'],
  ])(
    '%s asks, reads, decides and withdraws a request as far as it is theirs',
    (_who, actor, known, ...verdicts) => {
      const standing = family(known);
      const found = [
        mayAskForConsent,
        mayReadConsentRequest,
        mayDecideConsentRequest,
        mayWithdrawConsentRequest,
      ];
      expect(found.map((may) => verdictOf(may(actor, standing)))).toEqual(verdicts);
    },
  );
});

describe('a consent is not stretched', () => {
  const current = { wordingVersion: '2', noticeVersions: { en: '3', es: '1' } };
  const said = { untilOn: null, wordingVersion: '2', language: 'en', noticeVersion: '3' } as const;

  it.each([
    ['nothing, while the text is the same and no end is near', said, null],
    ['to be asked again when the words have changed', { ...said, wordingVersion: '1' }, 'text-changed'],
    ['to be asked again when the notice has changed', { ...said, noticeVersion: '2' }, 'text-changed'],
    ['to be asked again when no notice was shown with it', { ...said, noticeVersion: null }, 'text-changed'],
    [
      'nothing when another language has a newer notice',
      { ...said, language: 'es', noticeVersion: '1' },
      null,
    ],
    ['to be asked again for the notice of its own language', { ...said, language: 'es' }, 'text-changed'],
    ['a word two weeks before its last day', { ...said, untilOn: '2026-12-06' }, 'ends-soon'],
    ['nothing yet the day before that', { ...said, untilOn: '2026-12-07' }, null],
    ['a word on its last day', { ...said, untilOn: TODAY }, 'ends-soon'],
  ] as const)('it needs %s', (_sentence, consentSaid, expected) => {
    expect(renewalOf(consentSaid, current, TODAY)).toBe(expected);
  });

  const papers = (kinds: PapersInWords['kinds'], ...ids: string[]): PapersInWords => ({
    kinds,
    documents: ids.map((id) => ({ documentId: id as DocumentId, kind: 'worksheet' })),
  });

  it.each<[string, PapersInWords, PapersInWords, boolean, boolean]>([
    ['the same kinds', papers(['worksheet']), papers(['worksheet']), true, true],
    ['one kind more', papers(['worksheet', 'support-plan']), papers(['worksheet']), true, true],
    ['one kind less', papers(['worksheet']), papers(['worksheet', 'support-plan']), true, false],
    ['another kind', papers(['support-plan']), papers(['worksheet']), false, false],
    ['the kind of a single document', papers(['worksheet']), papers([], 'mornings'), true, true],
    ['a single document of the kind', papers([], 'mornings'), papers(['worksheet']), true, false],
    ['the same document', papers([], 'mornings'), papers([], 'mornings'), true, true],
    ['another document', papers([], 'evenings'), papers([], 'mornings'), false, false],
  ])('asking for %s: speaks of the same, takes its place', (_asked, newer, older, speaks, takes) => {
    expect([overlaps(newer, older), takesThePlaceOf(newer, older)]).toEqual([speaks, takes]);
  });
});
