import { admin, supervisor, therapist, verdictOf } from './actors-for-specs';
import type { Actor } from './judgement';
import { mayChangeStandIn, mayHaveStandIns, type StandInFacts } from './stand-ins';

describe('who stands in for a supervisor', () => {
  it('is a matter of supervisors', () => {
    expect([supervisor, therapist, admin].map((actor) => verdictOf(mayHaveStandIns(actor)))).toEqual([
      'allowed',
      'forbidden',
      'forbidden',
    ]);
  });

  it.each<[string, Actor, Partial<StandInFacts>, string]>([
    ['is said by whoever is away', supervisor, { isForMe: true }, 'allowed'],
    ['as long as it is not over', supervisor, { isForMe: true, isOver: true }, 'forbidden'],
    ['and not by somebody who supervises no more', therapist, { isForMe: true }, 'forbidden'],
    ['nor by who stands in', supervisor, { isMe: true }, 'forbidden'],
    ['and nobody else knows of it', supervisor, {}, 'unseen'],
  ])('%s', (_sentence, actor, known, outcome) => {
    const facts = { isForMe: false, isMe: false, isOver: false, ...known };
    expect(verdictOf(mayChangeStandIn(actor, facts))).toBe(outcome);
  });
});
