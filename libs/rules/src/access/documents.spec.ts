import { DOCUMENT_STATES, type DocumentState, type SupervisionStrength } from '@common-ground/contract';
import { admin, mother, supervisor, therapist, verdictOf } from './actors-for-specs';
import {
  documentMay,
  documentView,
  isShareable,
  mayAddToVersion,
  mayReadDocument,
  mayWorkOnDocument,
  mayWriteDocuments,
  missingSignature,
  needsApproval,
  type DocumentFacts,
} from './documents';
import type { Actor } from './judgement';

const NOTHING_LEADS_THERE: DocumentFacts = {
  isAuthor: false,
  hasFamily: true,
  onCaseload: false,
  wasSubmittedToMe: false,
  isSharedWithMe: false,
  state: 'draft',
};
const facts = (known: Partial<DocumentFacts>): DocumentFacts => ({ ...NOTHING_LEADS_THERE, ...known });

describe('which text of a document somebody reads', () => {
  it.each([
    ['a therapist reads the draft of a family on their caseload', { onCaseload: true }, 'author'],
    ['a therapist reads their own draft while it belongs to no family', withoutFamily(true), 'author'],
    ['nobody else reads a draft that belongs to no family', withoutFamily(false), null],
    [
      'being on some caseload opens no draft that belongs to no family',
      { hasFamily: false, onCaseload: true },
      null,
    ],
    ['having written it opens nothing once the family is off the caseload', { isAuthor: true }, null],
    ['a supervisor reads what was submitted to them', { wasSubmittedToMe: true }, 'reviewer'],
    ['a member reads what was shared with them', { isSharedWithMe: true }, 'recipient'],
    [
      'whoever leads the family reads the draft even when it was also submitted to them',
      { onCaseload: true, wasSubmittedToMe: true },
      'author',
    ],
    [
      'a supervisor to whom it was also given reads what they have to judge',
      { wasSubmittedToMe: true, isSharedWithMe: true },
      'reviewer',
    ],
    ['everybody else reads nothing', {}, null],
  ] as const)('%s', (_sentence, known, view) => {
    expect(documentView(therapist, facts(known))).toBe(view);
  });

  it('does not exist for people to whom nothing leads, whatever they are in the practice', () => {
    for (const actor of [therapist, supervisor, admin, mother]) {
      expect(verdictOf(mayReadDocument(actor, facts({})))).toBe('unseen');
      expect(verdictOf(mayWorkOnDocument(actor, facts({})))).toBe('unseen');
    }
  });
});

describe('who works on a document', () => {
  it.each<[string, Actor, Partial<DocumentFacts>, string]>([
    ['a therapist who leads the family', therapist, { onCaseload: true }, 'allowed'],
    ['a supervisor reads and does not write', supervisor, { wasSubmittedToMe: true }, 'forbidden'],
    ['a member reads and does not write', mother, { isSharedWithMe: true }, 'forbidden'],
    [
      'a therapist who is given it as a member of a family of their own',
      therapist,
      { isSharedWithMe: true },
      'forbidden',
    ],
    ['somebody who is a therapist no more', admin, { onCaseload: true }, 'forbidden'],
  ])('%s', (_sentence, actor, known, verdict) => {
    expect(verdictOf(mayWorkOnDocument(actor, facts(known)))).toBe(verdict);
  });

  it('lets therapists begin a document, and nobody else', () => {
    expect(verdictOf(mayWriteDocuments(therapist))).toBe('allowed');
    for (const actor of [supervisor, admin, mother])
      expect(verdictOf(mayWriteDocuments(actor))).toBe('forbidden');
  });
});

describe('what may be done with a document in each state', () => {
  const mustApprove: SupervisionStrength[] = ['must-approve'];
  const shown = (state: DocumentState, supervision = mustApprove, everybody = false, holds = false): string =>
    Object.entries(documentMay(therapist, facts({ onCaseload: true, state }), supervision, everybody, holds))
      .filter(([, allowed]) => allowed)
      .map(([act]) => act)
      .join(' ');

  it.each<[DocumentState, string]>([
    ['draft', 'edit submit print'],
    ['submitted', 'reopen print'],
    ['returned', 'edit submit print'],
    ['approved', 'reopen share print'],
    ['shared', 'reopen share print'],
  ])('a supervised therapist may, while it is %s: %s', (state, acts) => {
    expect(shown(state)).toBe(acts);
  });

  it('without a supervisor there is nobody to submit to, and a draft can be shared at once', () => {
    expect(shown('draft', [])).toBe('edit share print');
  });

  it('a supervisor who only reads along holds nothing up', () => {
    expect(shown('draft', ['may-read'])).toBe('edit submit share print');
  });

  it('where the practice wants every therapist reviewed, nobody shares a draft, supervised or not', () => {
    expect(shown('draft', [], true)).toBe('edit print');
    expect(shown('draft', ['may-read'], true)).toBe('edit submit print');
    expect(shown('approved', [], true)).toBe('reopen share print');
  });

  it('a draft for which an approval still holds can be shared at once, and one that came back as well', () => {
    expect(shown('draft', mustApprove, false, true)).toBe('edit submit share print');
    expect(shown('draft', [], true, true)).toBe('edit share print');
    expect(shown('returned', mustApprove, false, true)).toBe('edit submit share print');
    expect(shown('submitted', mustApprove, false, true)).toBe('reopen print');
  });

  it('a document under review is shared by nobody', () => {
    for (const needed of [true, false]) expect(isShareable('submitted', needed)).toBe(false);
  });

  it('a document without a family is shared with nobody', () => {
    const loose = facts({ hasFamily: false, isAuthor: true, state: 'approved' });
    expect(documentMay(therapist, loose, [], false, true).share).toBe(false);
  });

  it.each(DOCUMENT_STATES)('readers print a %s document and do nothing else with it', (state) => {
    const acts = { edit: false, submit: false, reopen: false, share: false, print: true };
    expect(documentMay(mother, facts({ isSharedWithMe: true, state }), [], false, true)).toEqual(acts);
    expect(
      documentMay(supervisor, facts({ wasSubmittedToMe: true, state }), mustApprove, true, true),
    ).toEqual(acts);
  });

  it.each<[SupervisionStrength[], boolean]>([
    [[], false],
    [['may-read'], false],
    [['must-approve'], true],
    [['must-approve-and-co-sign'], true],
    [['may-read', 'must-approve'], true],
  ])('supervision %j needs an approval before sharing: %s', (supervision, needed) => {
    expect(needsApproval(supervision, false)).toBe(needed);
    expect(needsApproval(supervision, true)).toBe(true);
  });
});

describe('a note under a signed version', () => {
  it('is added by who leads the document and by who was given it to judge', () => {
    expect(verdictOf(mayAddToVersion(therapist, facts({ onCaseload: true })))).toBe('allowed');
    expect(verdictOf(mayAddToVersion(supervisor, facts({ wasSubmittedToMe: true })))).toBe('allowed');
  });

  it('is added by nobody else, and not by a supervisor who is none any more', () => {
    expect(verdictOf(mayAddToVersion(therapist, facts({ wasSubmittedToMe: true })))).toBe('forbidden');
    expect(verdictOf(mayAddToVersion(supervisor, facts({ onCaseload: true })))).toBe('forbidden');
    expect(verdictOf(mayAddToVersion(mother, facts({ isSharedWithMe: true })))).toBe('forbidden');
    expect(verdictOf(mayAddToVersion(admin, facts({})))).toBe('unseen');
  });
});

describe('two signatures', () => {
  it('one is enough where the pair names nobody else', () => {
    expect(missingSignature({ coSigner: null, isCoSigned: false })).toBeNull();
  });

  it('the second is missing until the person who was named has signed', () => {
    expect(missingSignature({ coSigner: 'Dana', isCoSigned: false })).toBe('Dana');
    expect(missingSignature({ coSigner: 'Dana', isCoSigned: true })).toBeNull();
  });
});

function withoutFamily(isAuthor: boolean): Partial<DocumentFacts> {
  return { hasFamily: false, isAuthor };
}
