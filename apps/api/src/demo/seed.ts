import { NestFactory } from '@nestjs/core';
import {
  DraftingService,
  KeepingService,
  SavingService,
  SharingService,
  SupervisionService,
  ThreadsService,
} from '@common-ground/api/documents';
import { AnsweringService, ResponsesService } from '@common-ground/api/homework';
import { ConsentRequestsService, InvitationsService } from '@common-ground/api/people';
import {
  AskingService,
  PlanningService,
  OwnLookBackService,
  PlanReviewsService,
  PrivateNotesService,
  RunningService,
  TakingHomeService,
} from '@common-ground/api/sessions';
import type { Settings } from '@common-ground/api/platform';
import type { AnswerValue, Document, DocumentId, FamilyId, TaskId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { BUILT_IN_TEMPLATES, blocksOf } from '@common-ground/rules/content';
import { AppModule } from '../app.module';
import { asFounder } from '../as-founder';
import { dataSource, type DataSource } from '../data-source';
import { leadFirstHour } from './first-hour';
import { actorOf, writePeople, writePersonas, type DemoMember, type DemoPractice } from './people';

/**
 * Fills an empty database with the demo practice, once. People and relations are written by the owner; everything
 * after that is done by the people themselves, through the same services and the same walls as in the product.
 */
export async function seedDemo(owner: DataSource, settings: Settings): Promise<void> {
  const [seeded] = await owner.query<{ persona: string }[]>(`select persona from access.personas() limit 1`);
  if (seeded !== undefined) return;

  const people = await asFounder(owner, writePeople);
  const source = dataSource(settings.databaseUrl, 2);
  await source.initialize();
  const app = await NestFactory.createApplicationContext(AppModule.with(settings, source), { logger: false });
  try {
    const acts = new DemoActs(
      app.get(DraftingService),
      app.get(SupervisionService),
      app.get(ThreadsService),
      app.get(SharingService),
      app.get(AnsweringService),
      app.get(ResponsesService),
      app.get(ConsentRequestsService),
      app.get(PlanningService),
      app.get(AskingService),
      app.get(RunningService),
      app.get(TakingHomeService),
      app.get(PrivateNotesService),
      app.get(OwnLookBackService),
      app.get(KeepingService),
      app.get(PlanReviewsService),
      app.get(SavingService),
    );
    await acts.play(people);
    const { therapist, torres } = people;
    await app.get(InvitationsService).make(therapist, torres.id, torres.invited.memberId, {});
  } finally {
    await app.close();
    await source.destroy();
  }
  await asFounder(owner, (tx) => writePersonas(tx, people, settings.secretKey));
}

/** As Leo said it; the sheet is about what to make of it. */
const WORDS_OF_THE_FAMILY =
  'One that Leo named, in his words: “You never wake me in time.” Say it again so that nobody is to blame.';

/** What happened at the demo practice lately. */
class DemoActs {
  constructor(
    private readonly drafting: DraftingService,
    private readonly supervision: SupervisionService,
    private readonly threads: ThreadsService,
    private readonly sharing: SharingService,
    private readonly answering: AnsweringService,
    private readonly responses: ResponsesService,
    private readonly requests: ConsentRequestsService,
    private readonly planning: PlanningService,
    private readonly asking: AskingService,
    private readonly running: RunningService,
    private readonly pages: TakingHomeService,
    private readonly notes: PrivateNotesService,
    private readonly looks: OwnLookBackService,
    private readonly keeping: KeepingService,
    private readonly planReviews: PlanReviewsService,
    private readonly saving: SavingService,
  ) {}

  async play(people: DemoPractice): Promise<void> {
    await this.#boundaryPlan(people);
    const supportPlan = await this.#supportPlan(people);
    await this.#script(people);
    await this.#supportSheet(people);
    await this.#kimSheet(people);
    await this.#problemSheet(people, supportPlan);
    const grounding = await this.#write(
      people.therapist,
      people.torres.id,
      'grounding-together',
      'Grounding together',
    );
    await this.#otherFamily(people);
    await this.#askForConsent(people);
    const { planning, asking, running, pages, notes, looks } = this;
    await leadFirstHour({ planning, asking, running, pages, notes, looks }, people, dayIn);
    await this.#session(people);
    await this.#keep(people, grounding);
  }

  /**
   * Next week, with Maya and her mother, who are both asked; the support plan is on the agenda. The supervisor has the
   * plan before her.
   */
  async #session({ therapist, supervisor, torres }: DemoPractice): Promise<void> {
    const begun = await this.planning.plan(therapist, torres.id, {
      format: 'staying-connected',
      startsOn: dayIn(7),
      startTime: '16:00',
    });
    const { items } = await this.drafting.list(therapist, torres.id, null, 100);
    const documentIds = items.filter(({ kind }) => kind === 'support-plan').map(({ id }) => id);
    const coming = begun.candidates.filter(({ relation }) => relation === 'client' || relation === 'mother');
    const planned = await this.planning.save(therapist, begun.id, begun.revision, {
      ...begun.plan,
      place: 'Room 4, second floor',
      people: [
        ...begun.plan.people,
        ...coming.map(({ memberId, relation }) => ({
          side: 'family' as const,
          id: memberId,
          role: relation === 'mother' ? ('recorder' as const) : ('participant' as const),
        })),
      ],
      agenda: begun.plan.agenda.map((entry) => (entry.id === 'entry-4' ? { ...entry, documentIds } : entry)),
    });
    await this.asking.ask(
      therapist,
      begun.id,
      coming.map(({ memberId }) => memberId),
    );
    await this.planReviews.submit(therapist, begun.id, planned.revision, {
      supervisorId: supervisor.personId,
      note: 'Rosa and Maya alone this time; David comes to the next one. Are five minutes enough for “Whom to call”?',
    });
  }

  /** One template for the whole practice, and one for herself whose permission has run out. */
  async #keep({ therapist }: DemoPractice, { id: documentId }: Document): Promise<void> {
    await this.keeping.keep(therapist, {
      documentId,
      title: 'Grounding, as we do it at Lakeside',
      shelf: 'practice',
      tags: ['calming down', 'evenings'],
      source: 'Written by the family team at Lakeside',
      licence: 'own-words',
    });
    await this.keeping.keep(therapist, {
      documentId,
      title: 'Grounding cards',
      shelf: 'own',
      tags: ['calming down'],
      source: 'From a workbook that its publisher let us use for a year',
      licence: 'permission',
      licenceUntilOn: dayIn(-30),
    });
  }

  /** Waits for the client's yes or no: so far her father gets worksheets only. */
  async #askForConsent({ therapist, torres }: DemoPractice): Promise<void> {
    await this.requests.ask(therapist, torres.id, {
      memberId: torres.father.memberId,
      kinds: ['support-plan'],
      purpose: 'So that your dad knows how he can help in a hard week',
    });
  }

  /** Approved and shared with the mother. */
  async #boundaryPlan({ therapist, supervisor, torres }: DemoPractice): Promise<void> {
    const plan = await this.#write(therapist, torres.id, 'calm-evenings', 'Rosa’s plan for calm evenings');
    const dated = await this.#date(therapist, plan);
    await this.#approve(
      therapist,
      supervisor,
      dated,
      'Rosa wrote the steps herself; I only asked questions.',
    );
    await this.sharing.share(therapist, plan.id, {
      memberIds: [torres.mother.memberId],
      note: 'Here is your plan as we wrote it down. Read it once more when the house is quiet.',
    });
  }

  /** Approved; Maya and the therapist share it when they are ready. */
  async #supportPlan({ therapist, supervisor, torres }: DemoPractice): Promise<Document> {
    const plan = await this.#write(
      therapist,
      torres.id,
      'hard-week',
      'Support for Maya’s first week at home',
    );
    const dated = await this.#date(therapist, plan);
    await this.#approve(therapist, supervisor, dated, 'For the week after discharge.');
    return dated;
  }

  /** Still being written. */
  async #script({ therapist, torres }: DemoPractice): Promise<void> {
    await this.#write(therapist, torres.id, 'asking-for-help', 'Maya asks for a ride');
  }

  /** A plan begins this week and is looked at again in four. */
  async #date(therapist: Actor, plan: Document): Promise<Document> {
    const { id, kind, title, content, revision } = plan;
    const dated = { ...content, startOn: dayIn(0), reviewOn: dayIn(28) };
    return this.saving.save(therapist, id, kind, revision, { title, content: dated });
  }

  /** Approved and shared: the father has sent his, the mother is half-way, the brother has not begun. */
  async #supportSheet({ therapist, supervisor, torres }: DemoPractice): Promise<void> {
    const sheet = await this.#write(
      therapist,
      torres.id,
      'what-support-right-now',
      'What kind of support do you need right now?',
    );
    await this.#approve(
      therapist,
      supervisor,
      sheet,
      'For the session next week. Each of them fills it in alone.',
    );
    const { mother, father, brother } = torres;
    await this.sharing.share(therapist, sheet.id, {
      memberIds: [mother, father, brother].map((member) => member.memberId),
      note: 'Take your time. A few words are enough.',
    });
    await this.#answer(mother, {
      'kind-of-support': 'practical-help',
      'looks-like': 'Somebody to drive Leo on Tuesdays, so that I can come to the session.',
    });
    const fathers = await this.#answer(father, {
      'kind-of-support': 'listen',
      'looks-like': 'Ten minutes on the phone, without fixing anything.',
      'hard-to-take': ['advice', 'many-people'],
      company: 4,
      'ways-to-reach-me': ['text'],
      'ask-again': 'yes',
    });
    await this.answering.send(actorOf(father.person, ['member']), fathers);
    const back = await this.responses.list(therapist, torres.id, null, 10);
    const words = back.items.flatMap((set) => set.answers).find((answer) => answer.promptId === 'looks-like');
    if (words !== undefined) {
      await this.responses.giveFeedback(therapist, words.id, {
        text: 'Thank you, David. Ten minutes is clear and small. We can plan the first call together.',
      });
    }
  }

  /** Returned with one comment. */
  async #kimSheet({ therapist, supervisor, kim }: DemoPractice): Promise<void> {
    const sheet = await this.#write(
      therapist,
      kim.id,
      'grounding-together',
      'Grounding together, for evenings',
    );
    const submitted = await this.#submit(
      therapist,
      supervisor,
      sheet,
      'Daniel asked for something to do with Grace.',
    );
    const review = await this.supervision.read(supervisor, submitted);
    const block = blocksOf(review.version.content).find((candidate) => candidate.kind !== 'guidance');
    if (block !== undefined) {
      await this.threads.comment(supervisor, submitted, {
        blockId: block.id,
        quote: '',
        prefix: '',
        suffix: '',
        text: 'Could this come after the breathing? They need a calm minute before a question.',
      });
    }
    await this.supervision.decide(supervisor, submitted, {
      verdict: 'ask-for-changes',
      summary: 'Nearly there. One change of order, please.',
      versionHash: review.version.hash,
    });
  }

  /**
   * Waits for the supervisor; what the family agreed on before goes along. Their own words stand in it as they were said,
   * which the coach advised against: the queue says so before she opens it.
   */
  async #problemSheet({ therapist, supervisor, torres }: DemoPractice, { id }: Document): Promise<void> {
    const sheet = await this.#write(
      therapist,
      torres.id,
      'problem-solving-together',
      'Solving one problem together',
    );
    const { title, content, kind, revision } = sheet;
    const blocks = blocksOf(content).map((block) =>
      block.kind === 'guidance' && block.id === 'start'
        ? { ...block, text: `${block.text} ${WORDS_OF_THE_FAMILY}` }
        : block,
    );
    const quoted = await this.saving.save(therapist, sheet.id, kind, revision, {
      title,
      content: { ...content, blocks },
    });
    await this.drafting.keepWording(therapist, sheet.id, { sort: 'blame', quote: 'You never' });
    await this.#submit(
      therapist,
      supervisor,
      quoted,
      'For the Torres family. They want to start with the mornings. Maya’s plan for the first week goes along, so that ' +
        'you see what they have agreed on already.',
      [id],
    );
  }

  /** Another family of the same practice, led by somebody else. */
  async #otherFamily({ otherTherapist, lindqvist }: DemoPractice): Promise<void> {
    const sheet = await this.#write(
      otherTherapist,
      lindqvist.id,
      'what-support-right-now',
      'What would help this week?',
    );
    await this.sharing.share(otherTherapist, sheet.id, { memberIds: [lindqvist.client.memberId] });
  }

  #write(therapist: Actor, familyId: FamilyId, fromTemplateId: string, title: string): Promise<Document> {
    const kind = BUILT_IN_TEMPLATES.find(({ id }) => id === fromTemplateId)?.kind ?? 'worksheet';
    return this.drafting.create(therapist, { kind, title, familyId, fromTemplateId });
  }

  async #submit(
    therapist: Actor,
    supervisor: Actor,
    sheet: Document,
    note: string,
    attach: readonly DocumentId[] = [],
  ): Promise<NonNullable<Document['review']>['id']> {
    const { review } = await this.supervision.submit(therapist, sheet.id, {
      supervisorId: supervisor.personId,
      note,
      attach: [...attach],
    });
    if (review === null) throw new Error('A submitted document has a review.');
    return review.id;
  }

  async #approve(therapist: Actor, supervisor: Actor, sheet: Document, note: string): Promise<void> {
    const id = await this.#submit(therapist, supervisor, sheet, note);
    const { version } = await this.supervision.read(supervisor, id);
    await this.supervision.decide(supervisor, id, {
      verdict: 'approve',
      summary: 'Clear and kind. Good to go.',
      versionHash: version.hash,
    });
  }

  async #answer(member: DemoMember, answers: Readonly<Record<string, AnswerValue>>): Promise<TaskId> {
    const actor = actorOf(member.person, ['member']);
    const [task] = (await this.answering.list(actor, null, 10)).items;
    if (task === undefined) throw new Error(`${member.person.name} has no task.`);
    for (const [promptId, value] of Object.entries(answers)) {
      const draft = { value, visibility: 'therapist' } as const;
      await this.answering.answer(actor, task.id, promptId, { revision: 0, key: null }, draft);
    }
    return task.id;
  }
}

/** The day so many days from now, `YYYY-MM-DD`. */
function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
