import type { DocumentId, MemberId } from '@common-ground/contract';
import fc from 'fast-check';
import { client, mother, stranger, supervisor, therapist, verdictOf } from './actors-for-specs';
import type { Actor } from './judgement';
import { keptOut, mayLift, mayMeet, type ApartInFamily } from './keeping-apart';
import { coverage, type RecipientFacts } from './sharing';

const TODAY = '2026-11-22';
const SHEET = { id: 'sheet' as DocumentId, kind: 'worksheet' } as const;
const [rosa, david, leo] = ['Rosa', 'David', 'Leo'] as MemberId[] as [MemberId, MemberId, MemberId];
const person = (known: Partial<RecipientFacts> = {}): RecipientFacts => ({
  isClient: false,
  state: 'confirmed',
  consents: [{ kinds: ['worksheet'], documentIds: [], untilOn: null, revoked: false }],
  isBlocked: false,
  isHeld: false,
  ...known,
});

describe('a block and a hold', () => {
  it.each<[string, Partial<RecipientFacts>, string | null, string | null]>([
    ['nobody is kept out without one', {}, null, null],
    ['a block from the client stops everything', { isBlocked: true }, 'blocked', 'blocked'],
    ['a hold stops what several get together, and nothing else', { isHeld: true }, null, 'held'],
    ['a block is named before a hold', { isBlocked: true, isHeld: true }, 'blocked', 'blocked'],
  ])('%s', (_sentence, known, alone, together) => {
    expect(keptOut(person(known), 'alone')).toBe(alone);
    expect(keptOut(person(known), 'together')).toBe(together);
  });

  it('win over consent, over being the client and over every other reason', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.constantFrom('invited', 'accepted', 'confirmed', 'paused'),
        fc.boolean(),
        (isClient, state, isBlocked) => {
          const covered = coverage(
            SHEET,
            person({ isClient, state, isBlocked, isHeld: true }),
            TODAY,
            'together',
          );
          expect(covered).toEqual({ allowed: false, because: isBlocked ? 'blocked' : 'held', untilOn: null });
        },
      ),
    );
  });

  it('leave a single share to somebody held as it was', () => {
    expect(coverage(SHEET, person({ isHeld: true }), TODAY, 'alone')).toEqual(
      coverage(SHEET, person(), TODAY, 'alone'),
    );
  });
});

describe('whether two people may meet', () => {
  it.each<[string, Partial<ApartInFamily>, string]>([
    ['they may when nothing is said', {}, 'allowed'],
    ['not with a block between them', { blocks: [[rosa, david]] }, 'blocked'],
    ['not with a block written the other way round', { blocks: [[david, rosa]] }, 'blocked'],
    ['they may with a block between one of them and somebody else', { blocks: [[rosa, leo]] }, 'allowed'],
    ['they may with a block between somebody else and one of them', { blocks: [[leo, rosa]] }, 'allowed'],
    ['not while one of them is held', { holds: [david] }, 'held'],
    ['they may while somebody else is held', { holds: [leo] }, 'allowed'],
    ['the block is named first', { blocks: [[rosa, david]], holds: [rosa] }, 'blocked'],
  ])('%s', (_sentence, known, outcome) => {
    const facts = { blocks: [], holds: [], ...known };
    for (const [a, b] of [[rosa, david] as const, [david, rosa] as const]) {
      const met = mayMeet(a, b, facts);
      expect(met.allowed ? 'allowed' : met.because).toBe(outcome);
    }
  });
});

describe('who may know of a block or a hold', () => {
  it.each<[string, Actor, boolean, string]>([
    ['the therapist who has the family on the caseload', therapist, true, 'allowed'],
    ['not another therapist', therapist, false, 'unseen'],
    ['not the client', client, false, 'unseen'],
    ['not a member', mother, false, 'unseen'],
    ['not a supervisor', supervisor, false, 'unseen'],
    ['not somebody who is a therapist no more', stranger, true, 'unseen'],
  ])('%s', (_sentence, actor, onCaseload, verdict) => {
    const facts = { clientId: client.personId, onCaseload, myState: 'confirmed' } as const;
    expect(verdictOf(mayLift(actor, facts))).toBe(verdict);
  });
});
