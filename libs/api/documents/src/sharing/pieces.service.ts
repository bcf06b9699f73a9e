import { Injectable } from '@nestjs/common';
import { FamilyRepository } from '@common-ground/api/people';
import { demand, practiceDay, Refusal, type Transaction } from '@common-ground/api/platform';
import type {
  DocumentContent,
  DocumentId,
  DocumentKind,
  Language,
  MemberId,
  NoticeWithShare,
  ShareLine,
} from '@common-ground/contract';
import { mayWorkOnDocument, type Actor } from '@common-ground/rules/access';
import { versionToShare } from '@common-ground/rules/content';
import { DraftingService } from '../drafting/drafting.service';
import { versionHash } from '../drafting/version-hash';
import { lineFor, Parcels, textToShare } from './parcels';
import { ShareRepository } from './share.repository';

/** What one person would be given. */
export interface PieceFor {
  readonly line: ShareLine;
  /** Their own, as it stands in their record. */
  readonly language: Language;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly content: DocumentContent;
  readonly version: number;
  readonly noticeWithShare: NoticeWithShare | null;
  readonly today: string;
}

/** Looks at a document before it is given, as one person of the family would have it. Nothing is made by looking. */
@Injectable()
export class PiecesService {
  constructor(
    private readonly drafting: DraftingService,
    private readonly parcels: Parcels,
    private readonly families: FamilyRepository,
    private readonly shares: ShareRepository,
  ) {}

  async pieceFor(tx: Transaction, actor: Actor, id: DocumentId, memberId: MemberId): Promise<PieceFor> {
    const document = await this.drafting.require(tx, actor, id);
    demand(mayWorkOnDocument(actor, document));
    const familyId = document.family?.id ?? null;
    const people = familyId === null ? [] : await this.shares.recipients(tx, actor, familyId, id);
    const person = people.find((candidate) => candidate.id === memberId);
    if (familyId === null || person === undefined) throw new Refusal('not-found');
    const parcel = await this.parcels.of(tx, actor, document);
    const today = await practiceDay(tx);
    const [given] = await this.parcels.accompanied(tx, actor, document, [person], today);
    const repliesSeenBy = await this.families.therapists(tx, actor, familyId);
    const { title, content } = textToShare(parcel);
    const { draft, latest } = parcel;
    const draftHash = versionHash(document.kind, draft.title, draft.content);
    return {
      line: { ...lineFor(parcel, person, today, 'alone'), repliesSeenBy },
      language: person.language,
      ...{ kind: document.kind, title, content: asGiven(content) },
      version: versionToShare(document.state, draftHash, latest),
      noticeWithShare: given?.noticeWithShare ?? null,
      today,
    };
  }
}

/** As `access.script_as_given` has it for whoever is kept apart from nobody in the cast. Whoever is gets no piece. */
function asGiven(content: DocumentContent): DocumentContent {
  if (!('roles' in content)) return content;
  return { ...content, roles: content.roles.map(({ castTo: _castTo, ...role }) => role) };
}
