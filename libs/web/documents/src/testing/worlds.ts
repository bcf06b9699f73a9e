import type {
  AttachedDocument,
  ConsentId,
  CoveringConsent,
  Document,
  DocumentId,
  MemberId,
  PersonId,
  Review,
  ReviewComment,
  ReviewId,
  ShareLine,
  WorksheetContent,
} from '@common-ground/contract';

/** For specs: believable people and papers, complete enough for any page, changed where a story needs it. */
export const ELENA = { id: 'elena' as PersonId, displayName: 'Elena Ruiz' };
export const MARTHA = { id: 'martha' as PersonId, displayName: 'Martha Okafor' };
const FAMILY = { id: 'family-1' as NonNullable<Document['family']>['id'], name: 'Torres family' };
const MAY_NOTHING = { edit: false, submit: false, reopen: false, share: false, print: true };

export const CONTENT: WorksheetContent = {
  format: 1,
  language: 'en',
  whyItHelps: 'Small steps are easier to talk about.',
  whenAndWhere: '',
  minutes: null,
  blocks: [
    { kind: 'guidance', id: 'intro', text: 'Choose one problem.' },
    { kind: 'short-answer', id: 'what', question: 'What is it?', help: '', optional: false },
    {
      kind: 'single-choice',
      id: 'which',
      question: 'Which idea first?',
      help: '',
      optional: false,
      notSure: false,
      choices: [
        { id: 'walk', label: 'A walk' },
        { id: 'tea', label: 'Tea' },
      ],
    },
  ],
};

export function aDocument(over: Partial<Document> = {}): Document {
  return {
    id: 'doc-1' as DocumentId,
    kind: 'worksheet',
    title: 'Mornings',
    state: 'draft',
    view: 'author',
    revision: 1,
    content: CONTENT,
    family: FAMILY,
    author: ELENA,
    updatedAt: '2026-11-20T10:00:00.000Z',
    version: null,
    review: null,
    approval: null,
    approvedVersion: null,
    fromTemplateId: null,
    supervision: [{ ...MARTHA, strength: 'must-approve', standIns: [] }],
    may: { edit: true, submit: true, reopen: false, share: false, print: true },
    ...over,
  };
}

export function anApprovedDocument(): Document {
  const version = {
    number: 2,
    hash: 'a'.repeat(64),
    title: 'Mornings',
    writtenAt: NOW,
    writtenBy: ELENA,
    signatures: [],
    addenda: [],
    may: { add: false },
  };
  const approval = { by: MARTHA, at: NOW, versionHash: version.hash };
  return aDocument({
    state: 'approved',
    version,
    approval,
    may: { ...MAY_NOTHING, share: true, reopen: true },
  });
}

const NOW = '2026-11-20T10:00:00.000Z';

export function aComment(over: Partial<ReviewComment> = {}): ReviewComment {
  return {
    id: 'comment-1' as ReviewComment['id'],
    blockId: 'what',
    quote: '',
    prefix: '',
    suffix: '',
    text: 'Could this be gentler?',
    author: MARTHA,
    state: 'sent',
    at: NOW,
    replyTo: null,
    round: 1,
    resolvedAt: null,
    suggestion: null,
    may: { resolve: false, answerSuggestion: false },
    ...over,
  };
}

export function anAttached(over: Partial<AttachedDocument> = {}): AttachedDocument {
  const documentId = 'beside' as DocumentId;
  return { documentId, kind: 'worksheet', title: 'Evenings', attachedAt: NOW, takenOffAt: null, ...over };
}

export function aReview(over: Partial<Review> = {}): Review {
  const { id, kind, title, state, family, author, updatedAt } = aDocument({ state: 'submitted' });
  return {
    id: 'review-1' as ReviewId,
    document: { id, kind, title, state, family, author, updatedAt },
    from: ELENA,
    to: MARTHA,
    standsInUntilOn: null,
    note: 'For Thursday.',
    round: 1,
    state: 'waiting',
    verdict: null,
    act: 'approve',
    submittedAt: NOW,
    decidedAt: null,
    decidedBy: null,
    risks: [],
    hour: null,
    version: {
      number: 1,
      hash: 'a'.repeat(64),
      title,
      writtenAt: NOW,
      writtenBy: ELENA,
      signatures: [],
      addenda: [],
      may: { add: false },
      content: CONTENT,
    },
    summary: null,
    verdicts: [],
    comments: [],
    changes: null,
    read: [],
    attached: [],
    repliesSeenBy: [],
    notebookId: null,
    may: { comment: true, decide: true, reply: true, takeOff: false },
    ...over,
  };
}

const A_CONSENT: CoveringConsent = {
  id: 'consent-1' as ConsentId,
  from: { id: 'maya' as PersonId, displayName: 'Maya' },
  givenAs: 'client',
  givenOn: '2026-05-02',
  kinds: ['worksheet'],
  documents: [],
  untilOn: '2027-06-01',
};

export function aLine(
  name: string,
  relation: ShareLine['member']['relation'],
  because = 'consent',
  state: ShareLine['member']['state'] = 'confirmed',
): ShareLine {
  return {
    item: { documentId: 'doc-1' as DocumentId, title: 'Mornings', version: 2 },
    member: { id: name.toLowerCase() as MemberId, displayName: name, relation, state },
    allowed: because === 'consent' || because === 'own-client',
    because,
    consentUntilOn: because === 'consent' ? '2027-06-01' : null,
    consents: because === 'consent' ? [A_CONSENT] : [],
    repliesSeenBy: [ELENA],
    isUnreached: false,
    mailCameBack: false,
  };
}
