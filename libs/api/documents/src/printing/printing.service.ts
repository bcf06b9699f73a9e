import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, firstRow, Refusal, type Transaction } from '@common-ground/api/platform';
import type { Document, DocumentId, NoticeWithShare, PersonId, SafetyCard } from '@common-ground/contract';
import { mayReadDocument, type Actor } from '@common-ground/rules/access';
import { printFountain } from '@common-ground/rules/content';
import { DraftingService } from '../drafting/drafting.service';
import { TASK_IS_LIVE } from '../drafting/sight';
import type { Printed } from './pdf-answer';
import { PrintShop } from './print-shop';
import { fileNameOf, type DocumentToPrint } from './sheet';

/** What every sheet carries whoever prints it. */
type SheetFrame = Pick<DocumentToPrint, 'safety' | 'printedOn'>;

@Injectable()
export class PrintingService {
  constructor(
    private readonly database: Database,
    private readonly drafting: DraftingService,
    private readonly shop: PrintShop,
    private readonly audit: Audit,
  ) {}

  /** The reader's own text of a document; a worksheet, to be filled in by hand. */
  async blank(actor: Actor, id: DocumentId): Promise<Printed> {
    const sheet = await this.database.as(actor, async (tx): Promise<DocumentToPrint> => {
      const document = await this.#taken(tx, actor, id);
      return {
        ...(await this.frame(tx, actor)),
        kind: document.kind,
        title: document.title,
        content: document.content,
        noticeWithShare: document.view === 'recipient' ? await this.#noticeWithShare(tx, actor, id) : null,
        preparedFor:
          document.view === 'recipient' ? await this.readersName(tx, actor) : document.family?.name,
        versionNumber:
          document.view === 'author' && document.may.edit ? null : (document.version?.number ?? null),
      };
    });
    return this.print(sheet);
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

  async frame(tx: Transaction, actor: Actor): Promise<SheetFrame> {
    const row = await firstRow<{ safety: SafetyCard; printedOn: string }>(
      tx,
      `select safety, access.today()::text as "printedOn" from practice where id = $1`,
      [actor.practiceId],
    );
    if (row === null) throw new Error('The practice in context has no row.');
    return row;
  }

  /** What went along with the share whose version the reader has before them. */
  async #noticeWithShare(tx: Transaction, actor: Actor, id: DocumentId): Promise<NoticeWithShare | null> {
    const row = await firstRow<{ notice: NoticeWithShare | null }>(
      tx,
      `select t.notice_with_share as notice from task t
       where t.practice_id = $1 and t.document_id = $3 and ${TASK_IS_LIVE} order by t.given_at desc limit 1`,
      [actor.practiceId, actor.personId, id],
    );
    return row?.notice ?? null;
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
