import {
  admin,
  client,
  mother,
  someone,
  stranger,
  supervisor,
  therapist,
  verdictOf,
} from './actors-for-specs';
import type { Actor } from './judgement';
import {
  mayBreakGlass,
  mayEndGlass,
  mayKnowOfGlass,
  mayListErasures,
  mayReadGlassReason,
  mayReadRecords,
  mayReadThroughGlass,
  mayReviewGlass,
  type GlassFacts,
} from './records';

const other = someone('Jonas', 'therapist');
const glass = (known: Partial<GlassFacts> = {}): GlassFacts => ({
  openedBy: other.personId,
  role: 'therapist',
  isOpen: true,
  isReviewed: false,
  onCaseload: false,
  ...known,
});

describe('emergency access', () => {
  it.each<[string, Actor, Partial<GlassFacts>, string, string, string, string]>([
    [
      'whoever opened it reads, and does not judge it',
      other,
      {},
      'allowed',
      'allowed',
      'forbidden',
      'allowed',
    ],
    [
      'when the hour is over they read no more',
      other,
      { isOpen: false },
      'allowed',
      'forbidden',
      'forbidden',
      'allowed',
    ],
    [
      'the family’s therapist knows of it and why',
      therapist,
      { onCaseload: true },
      'allowed',
      'forbidden',
      'forbidden',
      'allowed',
    ],
    ['a supervisor judges it and reads why', supervisor, {}, 'allowed', 'forbidden', 'allowed', 'allowed'],
    ['an admin judges it and does not read why', admin, {}, 'allowed', 'forbidden', 'allowed', 'forbidden'],
    ['another therapist does not know of it', therapist, {}, 'unseen', 'unseen', 'unseen', 'forbidden'],
    ['the client does not know of it this way', client, {}, 'unseen', 'unseen', 'unseen', 'forbidden'],
    [
      'nobody judges their own, supervisor or not',
      someone('Jonas', 'supervisor'),
      { role: 'supervisor' },
      'allowed',
      'allowed',
      'forbidden',
      'allowed',
    ],
    [
      'whoever is no longer what they opened it as reads nothing',
      someone('Jonas', 'supervisor'),
      {},
      'allowed',
      'forbidden',
      'forbidden',
      'allowed',
    ],
    [
      'somebody who works here no more reads nothing',
      someone('Jonas'),
      {},
      'allowed',
      'forbidden',
      'forbidden',
      'allowed',
    ],
  ])('%s', (_sentence, actor, known, knows, reads, judges, why) => {
    const facts = glass(known);
    expect(verdictOf(mayKnowOfGlass(actor, facts))).toBe(knows);
    expect(verdictOf(mayReadThroughGlass(actor, facts))).toBe(reads);
    expect(verdictOf(mayEndGlass(actor, facts))).toBe(reads);
    expect(verdictOf(mayReviewGlass(actor, facts))).toBe(judges);
    expect(verdictOf(mayReadGlassReason(actor, facts))).toBe(why);
  });

  it('is for therapists and supervisors', () => {
    for (const actor of [therapist, supervisor]) expect(verdictOf(mayBreakGlass(actor))).toBe('allowed');
    for (const actor of [admin, client, mother, stranger])
      expect(verdictOf(mayBreakGlass(actor))).toBe('forbidden');
  });
});

describe('requests to erase', () => {
  it('are listed for therapists alone', () => {
    expect(verdictOf(mayListErasures(therapist))).toBe('allowed');
    for (const actor of [admin, supervisor, client, mother, stranger]) {
      expect(verdictOf(mayListErasures(actor))).toBe('forbidden');
    }
  });
});

describe('how the records stand', () => {
  it('is told to admins alone', () => {
    expect(verdictOf(mayReadRecords(admin))).toBe('allowed');
    for (const actor of [therapist, supervisor, client, mother, stranger]) {
      expect(verdictOf(mayReadRecords(actor))).toBe('forbidden');
    }
  });
});
