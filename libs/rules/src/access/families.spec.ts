import { MEMBER_STATES } from '@common-ground/contract';
import { admin, client, mother, stranger, supervisor, therapist, verdictOf } from './actors-for-specs';
import {
  mayLeadFamily,
  mayOpenFamilies,
  mayReadFamily,
  mayReadResponses,
  type FamilyFacts,
} from './families';
import type { Actor, Judgement } from './judgement';
import { mayAdministerPractice, mayReadReviewQueue, mayReadToday } from './practice';

const family = (known: Partial<FamilyFacts> = {}): FamilyFacts => ({
  clientId: client.personId,
  onCaseload: false,
  myState: null,
  ...known,
});

describe('who sees a family', () => {
  it.each<[string, Actor, Partial<FamilyFacts>, string, string]>([
    ['the therapist who has it on the caseload', therapist, { onCaseload: true }, 'allowed', 'allowed'],
    ['the client, who reads and does not lead', client, { myState: 'confirmed' }, 'allowed', 'forbidden'],
    [
      'another member, who sees their own tasks only',
      mother,
      { myState: 'confirmed' },
      'forbidden',
      'forbidden',
    ],
    ['a therapist with other families', therapist, {}, 'unseen', 'unseen'],
    ['a supervisor', supervisor, {}, 'unseen', 'unseen'],
    ['an admin', admin, {}, 'unseen', 'unseen'],
    [
      'somebody on the caseload who is a therapist no more',
      admin,
      { onCaseload: true },
      'allowed',
      'forbidden',
    ],
  ])('%s', (_who, actor, known, reads, leads) => {
    expect(verdictOf(mayReadFamily(actor, family(known)))).toBe(reads);
    expect(verdictOf(mayLeadFamily(actor, family(known)))).toBe(leads);
    expect(verdictOf(mayReadResponses(actor, family(known)))).toBe(leads);
  });

  it.each(MEMBER_STATES.filter((state) => state !== 'confirmed'))(
    'a place in the family that is %s opens nothing, not even for the client',
    (myState) => {
      for (const actor of [client, mother]) {
        expect(verdictOf(mayReadFamily(actor, family({ myState })))).toBe('unseen');
        expect(verdictOf(mayLeadFamily(actor, family({ myState })))).toBe('unseen');
      }
    },
  );
});

describe('what staff may do in the practice', () => {
  it.each<[string, (actor: Actor) => Judgement, Actor[]]>([
    ['open families', mayOpenFamilies, [therapist]],
    ['see who works here', mayAdministerPractice, [admin]],
    ['have a Today', mayReadToday, [therapist, supervisor]],
    ['have a queue of reviews', mayReadReviewQueue, [therapist, supervisor]],
  ])('%s', (_act, rule, those) => {
    for (const actor of [therapist, supervisor, admin, client, mother, stranger]) {
      expect(verdictOf(rule(actor))).toBe(those.includes(actor) ? 'allowed' : 'forbidden');
    }
  });
});
