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
  mayGiveConsent,
  mayReadConsents,
  mayRevokeConsent,
  type ConsentFacts,
} from './consents';
import type { FamilyFacts } from './families';
import type { Actor } from './judgement';
import { coverage, type RecipientFacts } from './sharing';

const TODAY = '2026-11-22';
const consent = (known: Partial<ConsentFacts> = {}): ConsentFacts => ({
  kinds: ['worksheet'],
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
    ...known,
  });

  it.each<[string, Partial<RecipientFacts>, string]>([
    ['the client, without a consent to themselves', { isClient: true }, 'own-client'],
    ['a member whom a consent in force covers', { consents: [consent()] }, 'consent'],
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
    const covered = coverage('worksheet', recipient(known), TODAY);
    expect(covered.because).toBe(because);
    expect(covered.allowed).toBe(because === 'own-client' || because === 'consent');
  });

  it('names the last day of the consent that lasts longest', () => {
    const days = [consent({ untilOn: '2026-12-01' }), consent({ untilOn: '2027-03-01' })];
    expect(coverage('worksheet', recipient({ consents: days }), TODAY).untilOn).toBe('2027-03-01');
    expect(coverage('worksheet', recipient({ consents: [...days, consent()] }), TODAY).untilOn).toBeNull();
  });

  it('no consent that is revoked, ended or about another kind ever opens anything', () => {
    const shut = fc.constantFrom(
      consent({ revoked: true }),
      consent({ untilOn: '2026-11-21' }),
      consent({ kinds: ['boundary-plan', 'support-plan'] }),
    );
    fc.assert(
      fc.property(fc.array(shut, { maxLength: 6 }), (consents) => {
        expect(coverage('worksheet', recipient({ consents }), TODAY).allowed).toBe(false);
      }),
    );
  });
});

describe('who has a say about consents', () => {
  const family = (known: Partial<FamilyFacts>): FamilyFacts => ({
    clientId: client.personId,
    onCaseload: false,
    myState: null,
    ...known,
  });

  it.each<[string, Actor, Partial<FamilyFacts>, string, string, string]>([
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
    expect(verdictOf(mayRevokeConsent(actor, { ...family(known), givenBy: personNamed('Maya') }))).toBe(
      revokes,
    );
  });

  it('whoever gave a consent takes it back even after they were paused', () => {
    const paused = { ...family({ myState: 'paused' }), givenBy: client.personId };
    expect(verdictOf(mayRevokeConsent(client, paused))).toBe('allowed');
  });
});
