import { Injectable } from '@nestjs/common';
import { GrowingService } from '@common-ground/api/documents';
import { FamiliesService } from '@common-ground/api/people';
import { Audit, Database, demand } from '@common-ground/api/platform';
import {
  CARRIED_INTO,
  type FamilySessionId,
  type NewAnswers,
  type SinceLastHour,
} from '@common-ground/contract';
import { mayPlanSession, type Actor } from '@common-ground/rules/access';
import { dueActions, placesOfActions } from '@common-ground/rules/content';
import { PlanningService } from '../planning/planning.service';
import { DueRepository } from './due.repository';

/** What is due in an hour that is being planned, from the hours before it. */
@Injectable()
export class DueService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly planning: PlanningService,
    private readonly growing: GrowingService,
    private readonly due: DueRepository,
    private readonly audit: Audit,
  ) {}

  read(actor: Actor, id: FamilySessionId): Promise<SinceLastHour> {
    return this.database.as(actor, async (tx) => {
      const plan = await this.planning.require(tx, actor, id);
      const { family } = plan;
      const because = demand(mayPlanSession(actor, await this.families.require(tx, actor, family.id)));
      // It is no plan any more, and nothing goes onto its agenda.
      if (!this.planning.isAhead(plan)) return { actions: [], answers: [] };
      const hours = await this.due.writtenDown(tx, actor, plan);
      const papers = await this.growing.papers(tx, actor, family.id, CARRIED_INTO, placesOfActions(hours));
      const inPapers = papers.flatMap(({ parts }) => parts.map((part) => part.id));
      const onAgendas = await this.due.onAgendas(tx, actor, family.id, id);
      const actions = dueActions(hours, inPapers, onAgendas);
      // What a colleague wrote down is somebody else's words.
      const colleagues = hours.filter(({ writtenById }) => writtenById !== actor.personId);
      if (actions.some(({ sessionId }) => colleagues.some((hour) => hour.id === sessionId)))
        await this.audit.record(tx, actor, {
          ...{ action: 'sessions.read-due', because, subjects: [], familyId: family.id },
        });
      const answers = await this.due.newAnswers(tx, actor, plan);
      return { actions, answers: answers.map(present) };
    });
  }
}

function present({ taskId, documentId, title, person, count }: NewAnswers): NewAnswers {
  return { taskId, documentId, title, person, count };
}
