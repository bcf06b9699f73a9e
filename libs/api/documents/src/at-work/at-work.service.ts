import { Injectable } from '@nestjs/common';
import { Database, demand } from '@common-ground/api/platform';
import type { AtWork, DocumentId, Page } from '@common-ground/contract';
import { mayWorkOnDocument, type Actor } from '@common-ground/rules/access';
import { DraftingService } from '../drafting/drafting.service';
import { AtWorkRepository } from './at-work.repository';

/** Which block of a draft somebody is in, told to those who write the same draft. */
@Injectable()
export class AtWorkService {
  constructor(
    private readonly database: Database,
    private readonly drafting: DraftingService,
    private readonly atWork: AtWorkRepository,
  ) {}

  /** It stops nobody from writing, and nobody's words are in it: so there is nothing to put down in the audit. */
  come(actor: Actor, id: DocumentId, blockId: string | null): Promise<Page<AtWork>> {
    return this.database.as(actor, async (tx) => {
      demand(mayWorkOnDocument(actor, await this.drafting.require(tx, actor, id)));
      return { items: await this.atWork.come(tx, actor, id, blockId), next: null };
    });
  }
}
