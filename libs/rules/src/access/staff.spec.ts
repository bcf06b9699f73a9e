import { admin, client, someone, supervisor, therapist, verdictOf } from './actors-for-specs';
import {
  mayChangeCredentials,
  mayChooseReviewMail,
  mayEndRole,
  mayGiveRole,
  mayPairSupervisor,
  pairCovers,
  pairOverlaps,
  supervisionState,
} from './staff';

const TODAY = '2026-11-25';

describe('who runs the people of a practice', () => {
  it.each([therapist, supervisor, client])('nobody but an admin', (actor) => {
    expect(verdictOf(mayGiveRole(actor, admin.personId))).toBe('forbidden');
    expect(verdictOf(mayEndRole(actor))).toBe('forbidden');
    expect(verdictOf(mayPairSupervisor(actor, supervisor.personId))).toBe('forbidden');
  });

  it('an admin gives roles to others and none to themselves', () => {
    expect(verdictOf(mayGiveRole(admin, therapist.personId))).toBe('allowed');
    expect(verdictOf(mayGiveRole(admin, admin.personId))).toBe('forbidden');
  });

  it('an admin ends roles, and may lay down their own', () => {
    expect(verdictOf(mayEndRole(admin))).toBe('allowed');
  });

  it('an admin writes down what stands behind others’ names and not behind their own', () => {
    const both = someone('Olu', 'admin', 'supervisor');
    expect(verdictOf(mayChangeCredentials(both, supervisor.personId))).toBe('allowed');
    expect(verdictOf(mayChangeCredentials(both, both.personId))).toBe('forbidden');
    expect(verdictOf(mayChangeCredentials(supervisor, therapist.personId))).toBe('forbidden');
  });

  it('an admin who supervises as well is made somebody’s supervisor by another admin', () => {
    const both = someone('Olu', 'admin', 'supervisor');
    expect(verdictOf(mayPairSupervisor(both, both.personId))).toBe('forbidden');
    expect(verdictOf(mayPairSupervisor(both, supervisor.personId))).toBe('allowed');
  });
});

describe('who chooses about mail of reviews', () => {
  it('those whom reviews are about, and nobody else', () => {
    expect([therapist, supervisor].map((actor) => verdictOf(mayChooseReviewMail(actor)))).toEqual([
      'allowed',
      'allowed',
    ]);
    expect([admin, client].map((actor) => verdictOf(mayChooseReviewMail(actor)))).toEqual([
      'forbidden',
      'forbidden',
    ]);
  });
});

describe('the days of a supervision', () => {
  it.each([
    ['2026-11-25', null, 'in-force'],
    ['2026-11-26', null, 'to-come'],
    ['2026-01-01', '2026-11-25', 'in-force'],
    ['2026-01-01', '2026-11-24', 'ended'],
    ['2026-11-25', '2026-11-24', 'ended'],
    ['2026-12-01', '2026-11-30', 'ended'],
    ['2026-12-01', '2026-12-01', 'to-come'],
  ])('from %s until %s it is %s', (fromOn, untilOn, state) => {
    expect(supervisionState({ fromOn, untilOn }, TODAY)).toBe(state);
    expect(pairCovers(TODAY, [{ fromOn, untilOn }])).toBe(state === 'in-force');
  });

  it('a day is covered where one pair of several is in force on it', () => {
    const ended = { fromOn: '2026-01-01', untilOn: '2026-11-24' };
    const begun = { fromOn: '2026-11-25', untilOn: null };
    expect(pairCovers(TODAY, [ended, begun])).toBe(true);
    expect(pairCovers(TODAY, [])).toBe(false);
  });

  it('the same two people are paired once at a time', () => {
    expect(pairOverlaps(TODAY, [])).toBe(false);
    expect(pairOverlaps(TODAY, [{ fromOn: '2026-01-01', untilOn: '2026-11-24' }])).toBe(false);
    expect(pairOverlaps(TODAY, [{ fromOn: '2026-01-01', untilOn: TODAY }])).toBe(true);
    expect(pairOverlaps(TODAY, [{ fromOn: '2027-01-01', untilOn: null }])).toBe(true);
  });
});
