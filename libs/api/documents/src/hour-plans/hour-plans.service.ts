import { Injectable } from '@nestjs/common';
import { ReviewMail } from '@common-ground/api/people';
import { Audit, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type {
  DocumentId,
  FamilyId,
  HourPlanContent,
  HourPlanRule,
  Language,
  PersonId,
  PlanReview,
  PlanReviewState,
  SubmitPlan,
} from '@common-ground/contract';
import { mayWorkOnDocument, missingSignature, needsApproval, type Actor } from '@common-ground/rules/access';
import { canReopen, newReviewOf, rulesOf } from '@common-ground/rules/content';
import {
  DocumentRepository,
  type DocumentRow,
  type DraftRow,
  type VersionRow,
} from '../drafting/document.repository';
import { DraftRepository } from '../drafting/draft.repository';
import { DraftingService } from '../drafting/drafting.service';
import { versionHash } from '../drafting/version-hash';
import { ReviewRepository } from '../supervision/review.repository';
import { RisksService } from '../supervision/risks.service';
import { supervisorAmong } from '../supervision/supervisor-among';
import { HourPlansRepository } from './hour-plans.repository';

/** The plan of an hour, as whoever keeps it hands it over. What is reviewed has the id of the hour. */
export interface HourPlan {
  readonly id: DocumentId;
  readonly familyId: FamilyId;
  /** It is to take place. */
  readonly isOpen: boolean;
  /** Everybody who wrote in it. */
  readonly writers: readonly PersonId[];
  /** As it stands now, with the ids of the ground rules it had before, and in the language it was sent in first. */
  compose(before: readonly HourPlanRule[], language: Language | null): HourPlanContent;
}

const NOTHING_SENT = { review: null, approvedVersion: null, version: null, changedSinceSent: false };

/**
 * Plans of hours under review: each becomes versions like a document, and goes the way of one from there. They are
 * written where the hour is planned; nothing here opens them to anybody but those who lead the family and their judges.
 */
@Injectable()
export class HourPlansService {
  constructor(
    private readonly drafting: DraftingService,
    private readonly documents: DocumentRepository,
    private readonly drafts: DraftRepository,
    private readonly plans: HourPlansRepository,
    private readonly reviews: ReviewRepository,
    private readonly risks: RisksService,
    private readonly mail: ReviewMail,
    private readonly audit: Audit,
  ) {}

  async standing(tx: Transaction, actor: Actor, plan: HourPlan): Promise<PlanReview> {
    const judges = await this.plans.judges(tx, actor, plan.writers);
    const supervision = judges.supervisors
      .filter(({ counts }) => counts)
      .map(({ id, displayName, strength, standIns }) => ({ id, displayName, strength, standIns }));
    const mustBeApproved = needsApproval(judges.strengths, judges.everyTherapistNeedsReview);
    const said = { supervision, mustBeApproved };
    const document = await this.documents.find(tx, actor, plan.id);
    const latest = document && (await this.documents.latestVersion(tx, actor, plan.id));
    if (document === null || latest === null)
      return {
        ...{ state: 'unsent', ...NOTHING_SENT, ...said, anotherLook: [] },
        may: { submit: plan.isOpen && supervision.length > 0, takeBack: false },
      };
    const state = planState(document);
    const changedSinceSent = latest.hash !== hashOf(textOf(plan, latest));
    const approved = state === 'approved' || document.approvedVersion !== null;
    return {
      state,
      ...said,
      review: document.review,
      approvedVersion: approvedOf(document),
      version: latest.number,
      changedSinceSent,
      anotherLook: approved ? await this.#changed(tx, actor, document, latest, plan) : [],
      may: {
        submit:
          plan.isOpen &&
          supervision.length > 0 &&
          state !== 'submitted' &&
          (state !== 'approved' || changedSinceSent),
        takeBack: state === 'submitted',
      },
    };
  }

  /** What changed that matters since it was approved last. */
  async #changed(
    tx: Transaction,
    actor: Actor,
    { approvedVersion }: DocumentRow,
    latest: VersionRow,
    plan: HourPlan,
  ): Promise<PlanReview['anotherLook']> {
    const approved =
      approvedVersion === null ? latest : await this.documents.version(tx, actor, approvedVersion.id);
    if (approved === null) throw new Error('Whoever leads a family reads every version of its plans.');
    return newReviewOf('hour-plan', approved, textOf(plan, approved)).because;
  }

  /** Makes a version of the plan as it stands and asks for a verdict on it. The caller keeps others from the plan. */
  async submit(
    tx: Transaction,
    actor: Actor,
    because: string,
    plan: HourPlan,
    body: SubmitPlan,
  ): Promise<void> {
    const judges = await this.plans.judges(tx, actor, plan.writers);
    const { document, draft } = await this.#written(tx, actor, plan);
    demandSound(draft);
    const supervisor = supervisorAmong(judges.supervisors, body.supervisorId);
    const version = await this.documents.ensureVersion(tx, actor, document, draft);
    const risks = await this.risks.of(tx, actor, document, draft);
    await this.reviews.add(tx, actor, document, version, supervisor, body.note, risks);
    await this.documents.changeState(tx, actor, plan.id, document.state, 'submitted');
    await this.mail.tellJudges(tx, supervisor.id, supervisor.therapistId);
    await this.audit.record(tx, actor, {
      action: 'sessions.submit',
      because,
      subjects: [body.supervisorId],
      familyId: plan.familyId,
      documentId: plan.id,
    });
  }

  /** Out of the queue, as long as nobody has judged it; false where it does not wait. */
  async takeBack(
    tx: Transaction,
    actor: Actor,
    because: string,
    plan: Pick<HourPlan, 'id' | 'familyId'>,
  ): Promise<boolean> {
    await this.documents.lock(tx, actor, plan.id);
    const document = await this.documents.find(tx, actor, plan.id);
    if (document?.state !== 'submitted') return false;
    await this.reviews.withdraw(tx, actor, plan.id);
    await this.documents.changeState(tx, actor, plan.id, 'submitted', 'draft');
    await this.audit.record(tx, actor, {
      action: 'sessions.take-back',
      because,
      subjects: [],
      familyId: plan.familyId,
      documentId: plan.id,
    });
    return true;
  }

  /** The plan written down as the draft of what is reviewed: anew, or over what was sent before. */
  async #written(
    tx: Transaction,
    actor: Actor,
    plan: HourPlan,
  ): Promise<{ readonly document: DocumentRow; readonly draft: DraftRow }> {
    const { id, familyId } = plan;
    const known = await this.documents.find(tx, actor, id);
    if (known === null) {
      const content = plan.compose([], null);
      const begun = { kind: 'hour-plan', familyId, title: content.purpose, content } as const;
      await this.documents.add(tx, actor, { ...begun, fromTemplateId: null }, id);
    } else {
      await this.documents.lock(tx, actor, id);
      await this.#rewrite(tx, actor, plan);
    }
    const document = await this.drafting.requireReviewed(tx, actor, id);
    return { document, draft: await this.drafting.requireDraft(tx, actor, id) };
  }

  async #rewrite(tx: Transaction, actor: Actor, plan: HourPlan): Promise<void> {
    const document = await this.drafting.requireReviewed(tx, actor, plan.id);
    demand(mayWorkOnDocument(actor, document));
    const latest = await this.documents.latestVersion(tx, actor, plan.id);
    if (latest === null) throw new Error('The plan of an hour is written down when it is sent.');
    const { title, content } = textOf(plan, latest);
    const isSame = latest.hash === hashOf({ title, content });
    if (document.state === 'submitted' || (document.state === 'approved' && isSame))
      throw new Refusal('wrong-state', { because: document.state });
    if (canReopen(document.state))
      await this.documents.changeState(tx, actor, plan.id, document.state, 'draft');
    const { revision } = await this.drafting.requireDraft(tx, actor, plan.id);
    const toSave = { id: plan.id, revision, title, content };
    if ((await this.drafts.save(tx, actor, toSave)) === null)
      throw new Error('Nobody else writes a plan down while it is locked.');
  }
}

interface Text {
  readonly title: string;
  readonly content: HourPlanContent;
}

/** The plan as it stands, told in the terms of a version it had before. */
function textOf(plan: HourPlan, { content }: VersionRow): Text {
  const { groundRules, language } = content as HourPlanContent;
  const now = plan.compose(groundRules, language);
  return { title: now.purpose, content: now };
}

function hashOf({ title, content }: Text): string {
  return versionHash('hour-plan', title, content);
}

function planState({ state }: DocumentRow): PlanReviewState {
  if (state === 'shared') throw new Error('The plan of an hour is never shared.');
  return state;
}

function approvedOf({ approvedVersion }: DocumentRow): PlanReview['approvedVersion'] {
  if (approvedVersion === null) return null;
  const { number, by, at } = approvedVersion;
  return { number, by, at, coSignerMissing: missingSignature(approvedVersion) };
}

/** Paths are those of the plan, in which it is mended. */
function demandSound({ title, content }: DraftRow): void {
  const blocking = rulesOf('hour-plan')
    .check(title, content)
    .filter(({ blocks }) => blocks);
  if (blocking.length === 0) return;
  throw new Refusal('has-concerns', {
    errors: blocking.map(({ path, code }) => ({
      path: path.replace(/^content\./u, ''),
      code,
      message: code,
    })),
  });
}
