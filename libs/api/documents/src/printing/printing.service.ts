import { Injectable } from '@nestjs/common';
import {
  Audit,
  Database,
  demand,
  firstRow,
  Refusal,
  Settings,
  type Transaction,
} from '@common-ground/api/platform';
import type {
  Document,
  DocumentId,
  DocumentKind,
  NoticeWithShare,
  PaperWishes,
  PersonId,
  SafetyCard,
  TaskId,
} from '@common-ground/contract';
import { mayReadDocument, type Actor } from '@common-ground/rules/access';
import { printFountain } from '@common-ground/rules/content';
import { DraftingService } from '../drafting/drafting.service';
import { TASK_IS_LIVE } from '../drafting/sight';
import type { Printed } from './pdf-answer';
import { PrintShop } from './print-shop';
import { fileNameOf, hasForm, type DocumentToPrint } from './sheet';

/** What every sheet carries whoever prints it. */
type SheetFrame = Pick<DocumentToPrint, 'safety' | 'printedOn'>;

@Injectable()
export class PrintingService {
  constructor(
    private readonly database: Database,
    private readonly drafting: DraftingService,
    private readonly shop: PrintShop,
    private readonly audit: Audit,
    private readonly settings: Settings,
  ) {}

  /** The reader's own text of a document; a worksheet, to be filled in by hand. */
  async blank(actor: Actor, id: DocumentId, wishes: PaperWishes): Promise<Printed> {
    const sheet = await this.database.as(actor, async (tx): Promise<DocumentToPrint> => {
      const document = await this.#taken(tx, actor, id);
      this.demandForm(document.kind, wishes);
      const given = document.view === 'recipient' ? await this.#given(tx, actor, id) : null;
      return {
        ...(await this.frame(tx, actor)),
        kind: document.kind,
        title: document.title,
        content: document.content,
        noticeWithShare: given?.notice ?? null,
        phoneAddress: this.phoneAddress(document.kind, given?.taskId ?? null),
        preparedFor:
          document.view === 'recipient' ? await this.readersName(tx, actor) : document.family?.name,
        versionNumber:
          document.view === 'author' && document.may.edit ? null : (document.version?.number ?? null),
      };
    });
    return this.print({ ...sheet, wishes });
  }

  /** The reader's own text of a script, for programs that write screenplays. */
  fountain(actor: Actor, id: DocumentId): Promise<string> {
    return this.database.as(actor, async (tx) => {
      const { title, content } = await this.#taken(tx, actor, id);
      if (!('turns' in content)) throw new Refusal('not-found');
      return printFountain(title, content);
    });
  }

  /** What the reader takes along, written down before it leaves. */
  async #taken(tx: Transaction, actor: Actor, id: DocumentId): Promise<Document> {
    const row = await this.drafting.require(tx, actor, id);
    const because = demand(mayReadDocument(actor, row));
    const document = await this.drafting.present(tx, actor, id);
    const subjects: PersonId[] = document.view === 'author' ? [] : [row.author.id];
    const familyId = row.family?.id ?? null;
    await this.audit.record(tx, actor, {
      action: 'documents.print',
      because,
      subjects,
      familyId,
      documentId: id,
    });
    return document;
  }

  async print(sheet: DocumentToPrint): Promise<Printed> {
    return { pdf: await this.shop.pdf(sheet), fileName: fileNameOf(sheet.kind) };
  }

  /** Whether this kind can be had in the form asked for. */
  demandForm(kind: DocumentKind, { form }: PaperWishes): void {
    if (!hasForm(kind, form)) {
      throw Refusal.field('form', 'not-an-option', `A ${kind} is not printed as a ${form}.`);
    }
  }

  async frame(tx: Transaction, actor: Actor): Promise<SheetFrame> {
    const row = await firstRow<{ safety: SafetyCard; printedOn: string }>(
      tx,
      `select safety, access.today()::text as "printedOn" from practice where id = $1`,
      [actor.practiceId],
    );
    if (row === null) throw new Error('The practice in context has no row.');
    return row;
  }

  /** Where a phone finds it: the reader's own homework, or their first page. It opens nothing without signing in. */
  phoneAddress(kind: DocumentKind, taskId: TaskId | null): string {
    const page = kind === 'worksheet' ? 'tasks' : 'items';
    return `${this.settings.origins[0] ?? ''}/me${taskId === null ? '' : `/${page}/${taskId}`}`;
  }

  /** The reader's homework whose version they have before them, and what went along with it. */
  #given(
    tx: Transaction,
    actor: Actor,
    id: DocumentId,
  ): Promise<{ taskId: TaskId; notice: NoticeWithShare | null } | null> {
    return firstRow(
      tx,
      `select t.id as "taskId", t.notice_with_share as notice from task t
       where t.practice_id = $1 and t.document_id = $3 and ${TASK_IS_LIVE} order by t.given_at desc limit 1`,
      [actor.practiceId, actor.personId, id],
    );
  }

  /** For the foot of a sheet that somebody prints for themselves. */
  async readersName(tx: Transaction, actor: Actor): Promise<string | undefined> {
    const row = await firstRow<{ name: string }>(
      tx,
      `select display_name as name from person where practice_id = $1 and id = $2`,
      [actor.practiceId, actor.personId],
    );
    return row?.name;
  }
}
