import { Injectable } from '@nestjs/common';
import { Audit, Cursors, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type {
  BreakGlass,
  BreakGlassId,
  DocumentId,
  GlassDocument,
  GlassView,
  NewBreakGlass,
  NewGlassReview,
  Page,
} from '@common-ground/contract';
import {
  mayBreakGlass,
  mayEndGlass,
  mayKnowOfGlass,
  mayReadGlassReason,
  mayReadThroughGlass,
  mayReviewGlass,
  type Actor,
} from '@common-ground/rules/access';
import { BreakGlassRepository, type GlassRow } from './break-glass.repository';

/** Emergency access: an hour with a family one does not lead, for a reason, seen at once and judged by another person. */
@Injectable()
export class BreakGlassService {
  constructor(
    private readonly database: Database,
    private readonly glasses: BreakGlassRepository,
    private readonly cursors: Cursors,
    private readonly audit: Audit,
  ) {}

  /** A name nobody has, a client of one's own and one of another practice are all answered alike, and written down. */
  async open(actor: Actor, body: NewBreakGlass): Promise<BreakGlass> {
    const because = demand(mayBreakGlass(actor));
    const opened = await this.database.as(actor, async (tx): Promise<BreakGlass | string | null> => {
      const id = await this.glasses.open(tx, body);
      if (id === null || id === 'several') {
        await this.audit.record(tx, actor, {
          action: 'break-glass.open',
          because: id === null ? 'no-such-client' : 'several-clients',
          subjects: [],
        });
        return id;
      }
      const glass = await this.#require(tx, actor, id);
      await this.audit.record(tx, actor, {
        action: 'break-glass.open',
        because,
        subjects: await this.glasses.people(tx, actor, id),
        familyId: glass.familyId,
      });
      return present(actor, glass);
    });
    if (opened === null) throw new Refusal('not-found');
    if (typeof opened === 'string') {
      throw Refusal.field(
        'familyName',
        'several-clients',
        'Several clients have this name; add the family’s name.',
      );
    }
    return opened;
  }

  list(actor: Actor, cursor: string | null, limit: number): Promise<Page<BreakGlass>> {
    return this.database.as(actor, async (tx) => {
      const judges = actor.roles.includes('admin') || actor.roles.includes('supervisor');
      const after = this.cursors.read(actor, 'break-glass', cursor);
      const found = await this.glasses.list(tx, actor, judges, after, limit);
      const page = this.cursors.page(actor, 'break-glass', found, limit, ({ openedAt, id }) => ({
        at: openedAt,
        id,
      }));
      return { items: page.items.map((row) => present(actor, row)), next: page.next };
    });
  }

  view(actor: Actor, id: BreakGlassId): Promise<GlassView> {
    return this.database.as(actor, async (tx) => {
      const glass = await this.#readable(tx, actor, id, ['members', 'guardians', 'consents']);
      const seen = await this.glasses.view(tx, actor, id);
      if (seen === null) throw new Refusal('not-found');
      return { ...present(actor, glass), ...seen };
    });
  }

  document(actor: Actor, id: BreakGlassId, documentId: DocumentId): Promise<GlassDocument> {
    return this.database.as(actor, async (tx) => {
      await this.#readable(tx, actor, id, ['content'], documentId);
      const document = await this.glasses.document(tx, actor, id, documentId);
      if (document === null) throw new Refusal('not-found');
      return document;
    });
  }

  end(actor: Actor, id: BreakGlassId): Promise<BreakGlass> {
    return this.database.as(actor, async (tx) => {
      const glass = await this.#require(tx, actor, id);
      const because = demand(mayEndGlass(actor, glass));
      const subjects = await this.glasses.people(tx, actor, id);
      if (!(await this.glasses.end(tx, id))) throw new Refusal('wrong-state', { because: 'over' });
      await this.audit.record(tx, actor, {
        action: 'break-glass.end',
        because,
        subjects,
        familyId: glass.familyId,
      });
      return present(actor, await this.#require(tx, actor, id));
    });
  }

  review(actor: Actor, id: BreakGlassId, body: NewGlassReview): Promise<BreakGlass> {
    return this.database.as(actor, async (tx) => {
      const glass = await this.#require(tx, actor, id);
      const because = demand(mayReviewGlass(actor, glass));
      if (!(await this.glasses.review(tx, actor, id, body.verdict))) {
        throw new Refusal('wrong-state', { because: 'reviewed' });
      }
      await this.audit.record(tx, actor, {
        action: 'break-glass.review',
        because,
        subjects: [glass.openedBy],
        familyId: glass.familyId,
        fields: [body.verdict],
      });
      return present(actor, await this.#require(tx, actor, id));
    });
  }

  /** Lets through whoever opened it while it lasts, and writes down what they look at before it is read. */
  async #readable(
    tx: Transaction,
    actor: Actor,
    id: BreakGlassId,
    fields: readonly string[],
    documentId?: DocumentId,
  ): Promise<GlassRow> {
    const glass = await this.#require(tx, actor, id);
    const because = demand(mayReadThroughGlass(actor, glass));
    await this.audit.record(tx, actor, {
      action: 'break-glass.read',
      because,
      subjects: await this.glasses.people(tx, actor, id),
      familyId: glass.familyId,
      ...(documentId === undefined ? {} : { documentId }),
      fields,
    });
    return glass;
  }

  async #require(tx: Transaction, actor: Actor, id: BreakGlassId): Promise<GlassRow> {
    const glass = await this.glasses.find(tx, actor, id);
    if (glass === null || !mayKnowOfGlass(actor, glass).allowed) throw new Refusal('not-found');
    return glass;
  }
}

/** The family and the reason go to those who may know of them, whatever the rows would show. */
function present(actor: Actor, glass: GlassRow): BreakGlass {
  const { id, who, role, openedAt, endsAt, isOpen, review, isOverdue } = glass;
  const reads = mayReadThroughGlass(actor, glass).allowed;
  return {
    id,
    who,
    role,
    openedAt,
    endsAt,
    isOpen,
    family: reads || glass.onCaseload ? glass.family : null,
    reason: mayReadGlassReason(actor, glass).allowed ? glass.reason : null,
    review,
    isOverdue,
    may: {
      read: reads,
      end: mayEndGlass(actor, glass).allowed,
      review: mayReviewGlass(actor, glass).allowed && !glass.isReviewed,
    },
  };
}
