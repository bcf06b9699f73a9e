import { MEMBER_STATES } from '@common-ground/contract';
import { admin, client, mother, personNamed, supervisor, therapist, verdictOf } from './actors-for-specs';
import { canEndCaseload, mayChangeTherapists, mayEndCaseload, type CaseloadFacts } from './caseload';
import type { Actor } from './judgement';
import { mayLeave } from './leaving';

const colleague = personNamed('Jonas');
const facts = (known: Partial<CaseloadFacts>): CaseloadFacts => ({
  clientId: client.personId,
  onCaseload: false,
  myState: null,
  leads: false,
  ...known,
});

describe('who changes the therapists of a family', () => {
  it.each<[string, Actor, Partial<CaseloadFacts>, string, string, string]>([
    ['the one who leads', therapist, { onCaseload: true, leads: true }, 'allowed', 'allowed', 'allowed'],
    [
      'a co-therapist steps back, no more',
      therapist,
      { onCaseload: true },
      'forbidden',
      'forbidden',
      'allowed',
    ],
    ['another therapist of the practice', therapist, {}, 'unseen', 'unseen', 'unseen'],
    ['a supervisor', supervisor, {}, 'unseen', 'unseen', 'unseen'],
    ['an admin', admin, {}, 'unseen', 'unseen', 'unseen'],
    ['the client', client, { myState: 'confirmed' }, 'forbidden', 'forbidden', 'forbidden'],
    ['a member', mother, { myState: 'confirmed' }, 'forbidden', 'forbidden', 'forbidden'],
  ])('%s', (_who, actor, known, changes, endsColleague, stepsBack) => {
    expect(verdictOf(mayChangeTherapists(actor, facts(known)))).toBe(changes);
    expect(verdictOf(mayEndCaseload(actor, facts(known), colleague))).toBe(endsColleague);
    expect(verdictOf(mayEndCaseload(actor, facts(known), actor.personId))).toBe(stepsBack);
  });

  it('whoever leads hands over before they step back', () => {
    expect(canEndCaseload({ leads: true })).toBe(false);
    expect(canEndCaseload({ leads: false })).toBe(true);
  });
});

describe('who leaves a family', () => {
  it.each(MEMBER_STATES.map((state) => [state] as const))('somebody who is %s', (state) => {
    const may = ['accepted', 'confirmed', 'paused'].includes(state);
    expect(verdictOf(mayLeave({ state, relation: 'mother' }, false))).toBe(may ? 'allowed' : 'unseen');
    expect(verdictOf(mayLeave({ state, relation: 'client' }, false))).toBe(may ? 'forbidden' : 'unseen');
  });

  it('a therapist has no place to leave, and to strangers there is no family', () => {
    expect(verdictOf(mayLeave(null, true))).toBe('forbidden');
    expect(verdictOf(mayLeave(null, false))).toBe('unseen');
  });
});
