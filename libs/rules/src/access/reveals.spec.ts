import type { FamilySessionId, MemberId } from '@common-ground/contract';
import { mother, someone, stranger, therapist, verdictOf } from './actors-for-specs';
import type { AnswerFacts } from './homework';
import type { Actor } from './judgement';
import {
  isOfferable,
  isOpen,
  isSettled,
  mayBeShown,
  mayOffer,
  opensTo,
  type OfferFacts,
  type PieceFacts,
} from './reveals';

const [rosa, david, leo] = ['Rosa', 'David', 'Leo'] as MemberId[] as [MemberId, MemberId, MemberId];
const [hour, before] = ['today', 'last week'] as FamilySessionId[] as [FamilySessionId, FamilySessionId];
const father = someone('David', 'member');

const offer = (by: MemberId, circle: MemberId[], known: Partial<OfferFacts> = {}): OfferFacts => ({
  by,
  circle,
  promptId: 'told',
  waits: true,
  onScreen: false,
  shownIn: null,
  ...known,
});
const piece = (offers: readonly OfferFacts[], known: Partial<PieceFacts> = {}): PieceFacts => ({
  takingPart: [rosa, david, leo],
  blocks: [],
  holds: [],
  offers,
  ...known,
});
const rosas = offer(rosa, [david, leo]);
const inReturn = [offer(david, [rosa]), offer(leo, [rosa, david])];

describe('when an answer that is offered opens', () => {
  it.each<[string, OfferFacts, readonly OfferFacts[], Partial<PieceFacts>, boolean]>([
    ['once each of its circle offers theirs in return', rosas, inReturn, {}, true],
    ['not while one of them does not', rosas, [offer(david, [rosa])], {}, false],
    ['not while nobody does', rosas, [], {}, false],
    [
      'not for theirs to another prompt',
      rosas,
      [offer(david, [rosa]), offer(leo, [rosa], { promptId: 'kept' })],
      {},
      false,
    ],
    ['not for theirs to others only', rosas, [offer(david, [rosa]), offer(leo, [david])], {}, false],
    ['at once when its author opens it alone', offer(rosa, [david], { waits: false }), [], {}, true],
    ['not while one of them takes no part', rosas, inReturn, { takingPart: [rosa, david] }, false],
    ['not while its author takes no part', rosas, inReturn, { takingPart: [david, leo] }, false],
    [
      'not while one of them is kept apart from its author',
      rosas,
      inReturn,
      { blocks: [[rosa, leo]] },
      false,
    ],
    ['not while one of them is held', rosas, inReturn, { holds: [leo] }, false],
    ['though two others of its circle are kept apart', rosas, inReturn, { blocks: [[david, leo]] }, true],
    ['whatever somebody outside offers', offer(rosa, [david]), [offer(leo, [rosa])], {}, false],
  ])('%s', (_sentence, asked, others, known, expected) => {
    expect(isOpen(asked, piece([asked, ...others], known))).toBe(expected);
  });
});

describe('who reads an answer that is open', () => {
  const alone = offer(rosa, [david], { waits: false });

  it.each<[string, MemberId, OfferFacts, readonly OfferFacts[], Partial<PieceFacts>, boolean]>([
    ['whoever it is opened to alone', david, alone, [], {}, true],
    ['nobody outside its circle', leo, alone, [offer(leo, [rosa])], {}, false],
    ['nobody before the others offer theirs', david, rosas, [offer(david, [rosa])], {}, false],
    ['each of its circle once all do', david, rosas, inReturn, {}, true],
    ['the other of its circle too', leo, rosas, inReturn, {}, true],
    [
      'nobody who has not sent theirs, or whom it reaches no more',
      david,
      alone,
      [],
      { takingPart: [rosa, leo] },
      false,
    ],
    ['nobody once it reaches its author no more', david, alone, [], { takingPart: [david, leo] }, false],
    ['nobody who is kept apart from its author', david, alone, [], { blocks: [[rosa, david]] }, false],
    ['nobody who is held', david, alone, [], { holds: [david] }, false],
    ['nobody while its author is held', david, alone, [], { holds: [rosa] }, false],
  ])('%s', (_sentence, reader, asked, others, known, expected) => {
    expect(opensTo(reader, asked, piece([asked, ...others], known))).toBe(expected);
  });
});

describe('what may stand on the screen of an hour', () => {
  const shown = (by: MemberId, circle: MemberId[], known: Partial<OfferFacts> = {}): OfferFacts =>
    offer(by, circle, { onScreen: true, ...known });
  const mine = shown(rosa, [david, leo]);
  const [davids, leos] = [shown(david, [rosa]), shown(leo, [rosa])];
  const all = [rosa, david, leo];

  it.each<[string, OfferFacts, readonly OfferFacts[], readonly MemberId[], Partial<PieceFacts>, boolean]>([
    ['what all who are there opened, and said so', mine, [davids, leos], all, {}, true],
    ['not what its author did not say so of', { ...mine, onScreen: false }, [davids, leos], all, {}, false],
    ['not while one who is there did not', mine, [davids, { ...leos, onScreen: false }], all, {}, false],
    [
      'though one who stays away did not',
      mine,
      [davids, { ...leos, onScreen: false }],
      [rosa, david],
      {},
      true,
    ],
    ['not while its author stays away', mine, [davids, leos], [david, leo], {}, false],
    ['not while nobody it is open to is there', mine, [davids, leos], [rosa], {}, false],
    ['not before it is open', mine, [davids], [rosa, david], {}, false],
    [
      'not beside theirs to another prompt',
      shown(rosa, [david], { waits: false }),
      [{ ...davids, promptId: 'kept' }],
      all,
      {},
      false,
    ],
    [
      'not beside theirs that waits for somebody else',
      shown(rosa, [david], { waits: false }),
      [shown(david, [rosa, leo])],
      all,
      {},
      false,
    ],
    ['not what others opened to each other', shown(rosa, [david], { waits: false }), [leos], all, {}, false],
    [
      'not once its author takes no part',
      shown(rosa, [david], { waits: false }),
      [shown(david, [rosa], { waits: false })],
      all,
      { takingPart: [david] },
      false,
    ],
    [
      'not while the other one is held',
      shown(rosa, [david], { waits: false }),
      [shown(david, [rosa], { waits: false })],
      all,
      { holds: [david] },
      false,
    ],
    ['what this hour showed before', { ...mine, shownIn: hour }, [davids, leos], all, {}, true],
    ['not what another hour showed', { ...mine, shownIn: before }, [davids, leos], all, {}, false],
    [
      'not beside theirs that another hour showed',
      mine,
      [davids, { ...leos, shownIn: before }],
      all,
      {},
      false,
    ],
    [
      'not alone, because somebody beside it is kept off by a third',
      shown(rosa, [david]),
      [shown(david, [rosa, leo]), offer(leo, [david])],
      all,
      {},
      false,
    ],
    [
      'beside theirs, though theirs is for a third who is not there',
      shown(rosa, [david]),
      [shown(david, [rosa, leo]), offer(leo, [david])],
      [rosa, david],
      {},
      true,
    ],
    [
      'in a row of people who each need the next, once the last one agrees',
      shown(rosa, [david]),
      [shown(david, [rosa, leo]), shown(leo, [david])],
      all,
      {},
      true,
    ],
    [
      'not beside what somebody let stand there for another question',
      offer(rosa, [david], { waits: false, onScreen: true }),
      [offer(david, [rosa], { waits: false, onScreen: true, promptId: 'other' })],
      [rosa, david],
      {},
      false,
    ],
    [
      'not while its author is away, whoever else stands there',
      offer(rosa, [david], { waits: false, onScreen: true }),
      [
        offer(david, [rosa, leo], { waits: false, onScreen: true }),
        offer(leo, [david], { waits: false, onScreen: true }),
      ],
      [david, leo],
      {},
      false,
    ],
  ])('%s', (_sentence, asked, others, here, known, expected) => {
    expect(mayBeShown(asked, piece([asked, ...others], known), { id: hour, here })).toBe(expected);
  });

  it('is settled from then on, and not before', () => {
    expect(isSettled({ shownAt: '2027-02-02T16:10:00.000Z' })).toBe(true);
    expect(isSettled({ shownAt: null })).toBe(false);
  });
});

describe('who offers an answer, and closes it again', () => {
  const facts = (known: Partial<AnswerFacts>): AnswerFacts => ({
    authorId: mother.personId,
    visibility: 'family',
    sent: true,
    onCaseload: false,
    ...known,
  });

  it.each<[string, Actor, Partial<AnswerFacts>, string]>([
    ['its author', mother, {}, 'allowed'],
    ['its author, whatever became of it', mother, { sent: false, visibility: 'not-yet' }, 'allowed'],
    ['not the therapist who reads it', therapist, { onCaseload: true }, 'forbidden'],
    ['not the therapist before it is sent', therapist, { onCaseload: true, sent: false }, 'unseen'],
    ['not the therapist it is kept from', therapist, { onCaseload: true, visibility: 'not-yet' }, 'unseen'],
    ['not a therapist of other families', therapist, {}, 'unseen'],
    ['not the other parent', father, {}, 'unseen'],
    ['not a stranger', stranger, {}, 'unseen'],
  ])('%s', (_sentence, actor, known, verdict) => {
    const judged = mayOffer(actor, facts(known));
    expect(verdictOf(judged)).toBe(verdict);
    expect(judged.because).toBe(
      { allowed: 'own-words', forbidden: 'not-own-words', unseen: 'not-sent-to-actor' }[verdict],
    );
  });

  it('only what was sent for the family can be offered', () => {
    expect(isOfferable({ sent: true, visibility: 'family' })).toBe(true);
    expect(isOfferable({ sent: false, visibility: 'family' })).toBe(false);
    expect(isOfferable({ sent: true, visibility: 'therapist' })).toBe(false);
    expect(isOfferable({ sent: true, visibility: 'not-yet' })).toBe(false);
  });
});
