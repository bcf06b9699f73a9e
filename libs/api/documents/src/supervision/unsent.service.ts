import { Injectable } from '@nestjs/common';
import { Database, demand } from '@common-ground/api/platform';
import type { CommentId, Page, UnsentComment } from '@common-ground/contract';
import { mayKeepUnsentComments, type Actor } from '@common-ground/rules/access';
import { UnsentRepository } from './unsent.repository';

/** Comments of somebody who can send them no more. They are nobody's but theirs, so nothing of it is recorded. */
@Injectable()
export class UnsentService {
  constructor(
    private readonly database: Database,
    private readonly unsent: UnsentRepository,
  ) {}

  list(actor: Actor): Promise<Page<UnsentComment>> {
    demand(mayKeepUnsentComments(actor));
    return this.database.as(actor, async (tx) => ({ items: await this.unsent.list(tx, actor), next: null }));
  }

  /** What is not there any more is thrown away already. */
  discard(actor: Actor, ids: readonly CommentId[]): Promise<Page<UnsentComment>> {
    demand(mayKeepUnsentComments(actor));
    return this.database.as(actor, async (tx) => {
      await this.unsent.discard(tx, actor, ids);
      return { items: await this.unsent.list(tx, actor), next: null };
    });
  }
}
