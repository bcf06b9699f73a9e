import { Injectable } from '@nestjs/common';
import { PrintingService, type Printed } from '@common-ground/api/documents';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type { FamilySessionId, PaperWishes, TakeHomePage } from '@common-ground/contract';
import { mayTakeHome, type Actor } from '@common-ground/rules/access';
import { AskingRepository } from '../invitations/asking.repository';
import { takeHomeSheet } from './take-home-sheet';
import { presentContent } from './taking-home.service';
import { TakingHomeRepository, type OwnPageRow } from './taking-home.repository';

/** What somebody takes home from an hour: the side of whoever it was given to. Nobody else's page is told of. */
@Injectable()
export class OwnTakeHomeService {
  constructor(
    private readonly database: Database,
    private readonly pages: TakingHomeRepository,
    private readonly askings: AskingRepository,
    private readonly printing: PrintingService,
    private readonly audit: Audit,
  ) {}

  read(actor: Actor, id: FamilySessionId): Promise<TakeHomePage> {
    return this.database.as(actor, async (tx) => present(await this.#taken(tx, actor, id)));
  }

  async pdf(actor: Actor, id: FamilySessionId, wishes: PaperWishes): Promise<Printed> {
    const sheet = await this.database.as(actor, async (tx) => {
      const page = await this.#taken(tx, actor, id);
      this.printing.demandForm('worksheet', wishes);
      const reader = {
        language: await this.askings.language(tx, actor),
        displayName: (await this.printing.readersName(tx, actor)) ?? '',
      };
      return { ...(await this.printing.frame(tx, actor)), ...takeHomeSheet(page, reader), wishes };
    });
    return this.printing.print(sheet);
  }

  async #taken(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<OwnPageRow> {
    const page = await this.pages.own(tx, actor, id);
    if (page === null) throw new Refusal('not-found');
    const because = demand(mayTakeHome(actor, page));
    await this.audit.record(tx, actor, {
      ...{ action: 'sessions.take-home', because, subjects: [], familyId: page.familyId },
    });
    return page;
  }
}

function present({
  id,
  startsAt,
  timeZone,
  content,
  noticeWithShare,
  givenBy,
  givenAt,
}: OwnPageRow): TakeHomePage {
  return { id, startsAt, timeZone, ...presentContent(content), noticeWithShare, givenBy, givenAt };
}
