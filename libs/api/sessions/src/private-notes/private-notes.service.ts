import { Injectable } from '@nestjs/common';
import { FamiliesService } from '@common-ground/api/people';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type { FamilySessionId, PrivateNote, PrivateNoteDraft } from '@common-ground/contract';
import { mayKeepNote, mayPlanSession, type Actor } from '@common-ground/rules/access';
import type { PlanRow } from '../planning/planning.repository';
import { PlanningService } from '../planning/planning.service';
import { PrivateNotesRepository, type NoteRow } from './private-notes.repository';

const BLANK: PrivateNote = { preparation: '', notes: '', revision: 0, savedAt: null };

/** What a therapist writes about an hour for nobody but themselves. */
@Injectable()
export class PrivateNotesService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly planning: PlanningService,
    private readonly notes: PrivateNotesRepository,
    private readonly audit: Audit,
  ) {}

  read(actor: Actor, id: FamilySessionId): Promise<PrivateNote> {
    return this.database.as(actor, async (tx) => {
      await this.#planned(tx, actor, id);
      return present(await this.#own(tx, actor, id));
    });
  }

  /** A save whose answer was lost comes again: when the newest note is exactly this one, it is already saved. */
  write(
    actor: Actor,
    id: FamilySessionId,
    revision: number,
    { preparation, notes }: PrivateNoteDraft,
  ): Promise<PrivateNote> {
    return this.database.as(actor, async (tx) => {
      const { plan, because } = await this.#planned(tx, actor, id);
      if (await this.notes.write(tx, actor, plan, revision, { preparation, notes })) {
        await this.audit.record(tx, actor, {
          ...{ action: 'sessions.write-note', because, subjects: [], familyId: plan.family.id },
        });
        return present(await this.#own(tx, actor, id));
      }
      const current = present(await this.#own(tx, actor, id));
      const isThere = current.preparation === preparation && current.notes === notes;
      if (current.revision === revision + 1 && isThere) return current;
      throw new Refusal('revision-stale', { current });
    });
  }

  async #planned(
    tx: Transaction,
    actor: Actor,
    id: FamilySessionId,
  ): Promise<{ readonly plan: PlanRow; readonly because: string }> {
    const plan = await this.planning.require(tx, actor, id);
    demand(mayPlanSession(actor, await this.families.require(tx, actor, plan.family.id)));
    return { plan, because: demand(mayKeepNote(actor, { authorId: actor.personId })) };
  }

  async #own(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<NoteRow | null> {
    const note = await this.notes.own(tx, actor, id);
    if (note !== null) demand(mayKeepNote(actor, note));
    return note;
  }
}

function present(note: NoteRow | null): PrivateNote {
  const { preparation, notes, revision, savedAt } = note ?? BLANK;
  return { preparation, notes, revision, savedAt };
}
