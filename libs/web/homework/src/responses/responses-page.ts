import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
} from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { RouterLink } from '@angular/router';
import type { Block, FamilyId, Prompt, ResponseSet } from '@common-ground/contract';
import {
  answersSoFar,
  blocksOf,
  choseShort,
  followThrough,
  HARD,
  itemCodes,
  NOT_THIS_WEEK,
  promptToldAtOnce,
  putOffUntil,
  tickedDays,
  type FollowThroughDay,
  type TickedDay,
} from '@common-ground/rules/content';
import { ConditionLine, ItemCode } from '@common-ground/web/documents';
import {
  Breadcrumb,
  Dates,
  Empty,
  PageHeading,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
  today,
} from '@common-ground/web/platform';
import { FollowThroughPicture } from '../by-day/follow-through-picture';
import { HomeworkClient, pdfOf } from '../homework.client';
import { AnswerVoice } from './answer-voice';
import { AnswersOverTime } from './answers-over-time';
import { NoteBox } from './note-box';
import { NotesStore, type Noted } from './notes.store';
import {
  asks,
  byPerson,
  byWorksheet,
  promptsAsked,
  promptsOfDays,
  versionOf,
  voiceOf,
  type SharedWorksheet,
} from './voices';

/** What came back from a family: first in sentences, then answer by answer, by person, by question or over time. */
@Component({
  selector: 'cg-responses-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    AnswersOverTime,
    AnswerVoice,
    Breadcrumb,
    ConditionLine,
    Empty,
    ItemCode,
    FollowThroughPicture,
    NoteBox,
    PageHeading,
    RouterLink,
    WordsInTemplate,
    Waiting,
  ],
  providers: [NotesStore],
  templateUrl: './responses-page.html',
  styleUrl: './responses-page.scss',
})
export class ResponsesPage {
  private readonly client = inject(HomeworkClient);
  private readonly dates = inject(Dates);
  private readonly words = inject(Words);
  private readonly document = inject(DOCUMENT);

  readonly id = input.required<string>();
  /** From the address: `question`, `time`, or by person. */
  readonly by = input<string>();
  /** From the address: the piece of homework somebody came here for. */
  readonly task = input<string>();

  protected readonly family = loaded(
    () => this.id() as FamilyId,
    (id, stop) => this.client.family(id, stop),
  );
  protected readonly sets = loaded(
    () => this.id() as FamilyId,
    (id, stop) => this.client.responses(id, stop),
  );
  private readonly asking = computed(() => (this.sets.value() ?? []).filter(asks));
  /** What asks nothing, and who has marked it as read. */
  protected readonly readings = computed(() =>
    byWorksheet((this.sets.value() ?? []).filter((set) => !asks(set))),
  );
  protected readonly worksheets = computed(() => byWorksheet(this.asking()));
  protected readonly people = computed(() =>
    byPerson((this.sets.value() ?? []).filter((set) => asks(set) || set.answers.length > 0)),
  );
  /** The codes that stand on the paper of each version, so that what was typed from paper is found. */
  private readonly codes = computed(
    () => new Map(this.asking().map((set) => [versionOf(set), itemCodes(set.document.kind, set.content)])),
  );
  protected readonly ways = ['person', 'question', 'time'] as const;
  protected readonly way = computed(() => this.ways.find((way) => way === this.by()) ?? 'person');
  protected readonly trail = computed(() => {
    const families = { words: this.words.say('homework.responses.families'), link: '/app/families' };
    const family = this.family.value();
    return family ? [families, { words: family.name, link: `/app/families/${family.id}` }] : [families];
  });

  protected readonly today = today();
  protected readonly pdfOf = pdfOf;
  protected readonly voiceOf = voiceOf;

  /** Its title, with the version where two of them stand here. */
  protected told({ title, version }: SharedWorksheet, among: readonly SharedWorksheet[]): string {
    if (among.filter((other) => other.title === title).length < 2) return title;
    return this.words.say('homework.responses.titleOfVersion', { title, version });
  }

  constructor() {
    const injector = inject(Injector);
    let wasShown = false;
    effect(() => {
      const task = this.task();
      if (task === undefined || !this.sets.value() || wasShown) return;
      wasShown = true;
      const show = (): void =>
        this.document.getElementById(`task-${task}`)?.scrollIntoView({ block: 'start' });
      afterNextRender(show, { injector });
    });
  }

  /** What was asked, with the day where a plan asks every day. */
  protected questionsIn(
    set: ResponseSet,
  ): readonly { readonly prompt: Prompt; readonly on: string | null }[] {
    return asks(set) ? promptsAsked(set).map((prompt) => ({ prompt, on: null })) : promptsOfDays(set);
  }

  /** The days of a plan stand on the screen; paper has room for the answers of a worksheet. */
  protected readonly isWorksheet = asks;

  protected logOf(set: ResponseSet): readonly FollowThroughDay[] {
    return set.document.kind === 'boundary-plan' ? followThrough(set.answers) : [];
  }

  /** The small wins of a support plan, which otherwise stand scattered over its days. */
  protected winsIn({ content, answers }: ResponseSet): readonly TickedDay[] {
    if (!('needs' in content)) return [];
    return tickedDays(content, answers).filter(({ win }) => win.trim() !== '');
  }

  protected namesOf(sets: readonly ResponseSet[]): string {
    return this.dates.list(sets.map(({ person }) => person.displayName));
  }

  protected momentOf(at: string): string {
    return this.dates.moment(at);
  }

  protected dayOf(at: string): string {
    return this.dates.day(at.slice(0, 10));
  }

  protected readonly versionOf = versionOf;

  protected codeOf(version: string, promptId: string): string | undefined {
    return this.codes().get(version)?.get(promptId);
  }

  protected blocksOf({ sent }: SharedWorksheet): readonly Block[] {
    return sent[0] ? blocksOf(sent[0].content) : [];
  }

  protected isShort({ content, answers }: ResponseSet): boolean {
    return choseShort(blocksOf(content), answersSoFar(answers));
  }

  /** What somebody told at once, as something that was asked. */
  protected hardIn(set: ResponseSet): Prompt | undefined {
    return voiceOf(set, HARD).response ? promptToldAtOnce('en', HARD) : undefined;
  }

  /** What a note about all of it is about. */
  protected wholeOf({ taskId }: ResponseSet): Noted {
    return `piece/${taskId}`;
  }

  protected putOffIn(set: ResponseSet): string | null {
    if (set.sentAt !== null) return null;
    return putOffUntil(voiceOf(set, NOT_THIS_WEEK).response?.value, this.today);
  }

  protected hasSent(worksheet: SharedWorksheet): boolean {
    return worksheet.sent.length > 0;
  }
}
