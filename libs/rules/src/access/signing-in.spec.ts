import { admin, mother, supervisor, therapist, verdictOf } from './actors-for-specs';
import { mayKeepPasskey } from './signing-in';

describe('a passkey', () => {
  it.each([
    ['a mother’s own phone', mother, false, 'allowed'],
    ['a phone the family shares', mother, true, 'forbidden'],
    ['a supervisor’s computer', supervisor, true, 'allowed'],
    ['a therapist’s computer', therapist, true, 'allowed'],
    ['an admin’s computer', admin, true, 'allowed'],
  ])('on %s', (_where, actor, isShared, verdict) => {
    expect(verdictOf(mayKeepPasskey(actor, isShared))).toBe(verdict);
  });
});
