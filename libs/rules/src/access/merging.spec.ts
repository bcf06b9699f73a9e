import type { MergeHindrance } from '@common-ground/contract';
import { admin, client, mother, stranger, supervisor, therapist, verdictOf } from './actors-for-specs';
import type { Actor } from './judgement';
import { mayMerge, mergeHindrance, type MergeFacts } from './merging';

const two = (known: Partial<MergeFacts> = {}): MergeFacts => ({
  isSeen: true,
  isAllMine: true,
  isMerged: false,
  hasWorkedHere: false,
  isClientOfOther: false,
  hasBlock: false,
  speaksForOther: false,
  hasBothBegun: false,
  hasErasureWaiting: false,
  keptIsConfirmed: true,
  duplicateIsConfirmed: true,
  ...known,
});

describe('who makes one record of two', () => {
  it.each<[string, Actor, Partial<MergeFacts>, string]>([
    ['the therapist who has every family of both', therapist, {}, 'allowed'],
    ['not one who shares them with a colleague’s family', therapist, { isAllMine: false }, 'forbidden'],
    ['not one to whom one of the two does not exist', therapist, { isSeen: false }, 'unseen'],
    ['not one who sees nothing and leads nothing', therapist, { isSeen: false, isAllMine: false }, 'unseen'],
    ['not a supervisor', supervisor, {}, 'unseen'],
    ['not an admin', admin, {}, 'unseen'],
    ['not the client', client, {}, 'unseen'],
    ['not a member, about themself', mother, {}, 'unseen'],
    ['not somebody who is a therapist no more', stranger, {}, 'unseen'],
  ])('%s', (_sentence, actor, known, verdict) => {
    expect(verdictOf(mayMerge(actor, two(known)))).toBe(verdict);
  });

  it('says why, for the record of what was done', () => {
    expect(mayMerge(therapist, two())).toMatchObject({ because: 'all-on-caseload' });
    expect(mayMerge(therapist, two({ isAllMine: false }))).toMatchObject({ because: 'not-all-mine' });
    expect(mayMerge(therapist, two({ isSeen: false }))).toMatchObject({ because: 'not-in-family' });
  });
});

describe('two records stay two', () => {
  it.each<[string, Partial<MergeFacts>, MergeHindrance | null]>([
    ['not when nothing stands in the way', {}, null],
    ['when they are one already', { isMerged: true }, 'merged-already'],
    ['when a colleague leads one of the families', { isAllMine: false }, 'not-all-mine'],
    ['when one of them works here, or did', { hasWorkedHere: true }, 'works-here'],
    ['when one is the client of a family the other is in', { isClientOfOther: true }, 'client-of-the-other'],
    ['when they were ever kept apart from each other', { hasBlock: true }, 'block-between'],
    ['when one ever spoke for the other', { speaksForOther: true }, 'speaks-for-the-other'],
    ['when both have begun the same homework', { hasBothBegun: true }, 'both-begun'],
    ['while a request to erase waits', { hasErasureWaiting: true }, 'erasure-waits'],
    ['when only the one to be given up is confirmed', { keptIsConfirmed: false }, 'kept-not-confirmed'],
    ['not when only the one that is kept is confirmed', { duplicateIsConfirmed: false }, null],
    ['not when neither is confirmed', { keptIsConfirmed: false, duplicateIsConfirmed: false }, null],
  ])('%s', (_sentence, known, hindrance) => {
    expect(mergeHindrance(two(known))).toBe(hindrance);
  });

  it('and of several reasons the first is said', () => {
    const all = two({
      isMerged: true,
      isAllMine: false,
      hasWorkedHere: true,
      isClientOfOther: true,
      hasBlock: true,
      speaksForOther: true,
      hasBothBegun: true,
      hasErasureWaiting: true,
      keptIsConfirmed: false,
    });
    expect(mergeHindrance(all)).toBe('merged-already');
    expect(mergeHindrance({ ...all, isMerged: false })).toBe('not-all-mine');
  });
});
