import { mother, supervisor } from './actors-for-specs';
import { mayKeepPasskey } from './signing-in';

describe('a passkey', () => {
  it.each([
    ['a mother’s own phone', mother, false, true],
    ['a phone the family shares', mother, true, false],
    ['a supervisor’s computer', supervisor, true, true],
  ])('on %s', (_where, actor, isShared, allowed) => {
    expect(mayKeepPasskey(actor, isShared).allowed).toBe(allowed);
  });
});
