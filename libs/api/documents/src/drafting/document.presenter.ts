import {
  LIMITS,
  type Document,
  type DocumentContent,
  type DocumentView,
  type VersionSummary,
} from '@common-ground/contract';
import {
  documentMay,
  documentView,
  mayAddToVersion,
  missingSignature,
  needsApproval,
  type Actor,
} from '@common-ground/rules/access';
import type { DocumentRow, DraftRow, VersionRow, WrittenRow } from './document.repository';

/** The one text of a document that the reader before us may see. */
export interface ReadText {
  readonly title: string;
  readonly content: DocumentContent;
  readonly revision: number;
}

export function textOfDraft(draft: DraftRow): ReadText {
  return { title: draft.title, content: draft.content, revision: draft.revision };
}

/** A version has no revision of its own; 0 says that there is nothing here to save over. */
export function textOfVersion(version: VersionRow): ReadText {
  return { title: version.title, content: version.content, revision: 0 };
}

/** What goes out: the envelope and one text. How the work around it goes is for those who lead the document. */
export function presentDocument(
  actor: Actor,
  row: WrittenRow,
  text: ReadText,
  version: VersionRow | null,
  approvalHolds: boolean,
): Document {
  const view = documentView(actor, row);
  if (view === null) throw new Error('A document nobody may read is never presented.');
  const leads = view === 'author';
  return {
    id: row.id,
    kind: row.kind,
    title: text.title,
    // Whether their copy is being rewritten is not for its readers.
    state: view === 'recipient' ? 'shared' : row.state,
    view,
    revision: text.revision,
    content: text.content,
    family: row.family,
    author: row.author,
    updatedAt: leads ? row.updatedAt : (version?.writtenAt ?? row.updatedAt),
    version:
      version === null ? null : presentGivenVersion(version, view, mayAddToVersion(actor, row).allowed),
    review: leads ? row.review : null,
    approval: view === 'recipient' ? null : row.approval,
    approvedVersion: leads ? presentApproved(row) : null,
    fromTemplateId: leads ? row.fromTemplateId : null,
    supervision: leads
      ? row.supervisors
          .filter(({ counts }) => counts)
          .map(({ id, displayName, strength, standIns }) => ({ id, displayName, strength, standIns }))
      : [],
    may: documentMay(actor, row, row.strengths, row.everyTherapistNeedsReview, approvalHolds),
  };
}

/** @param mayAdd whether the reader may say something under it, once it is signed */
export function presentVersionSummary(version: VersionRow, mayAdd: boolean): VersionSummary {
  const { number, hash, title, writtenAt, writtenBy, signatures, addenda } = version;
  const may = { add: mayAdd && signatures.length > 0 && addenda.length < LIMITS.addenda };
  return { number, hash, title, writtenAt, writtenBy, signatures, addenda, may };
}

/** How a text came to be approved, and what was said under it afterwards, is for those who write and judge it. */
function presentGivenVersion(version: VersionRow, view: DocumentView, mayAdd: boolean): VersionSummary {
  const summary = presentVersionSummary(version, mayAdd);
  return view === 'recipient' ? { ...summary, signatures: [], addenda: [], may: { add: false } } : summary;
}

function presentApproved(row: DocumentRow): Document['approvedVersion'] {
  if (row.approvedVersion === null || !needsApproval(row.strengths, row.everyTherapistNeedsReview))
    return null;
  const { number, by, at } = row.approvedVersion;
  return { number, by, at, coSignerMissing: missingSignature(row.approvedVersion) };
}
