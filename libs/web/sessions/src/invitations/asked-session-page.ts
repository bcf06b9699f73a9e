import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { FormField, form } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import {
  SESSION_REPLIES,
  type AskedSession,
  type FamilySessionId,
  type FollowedHour,
  type SessionReply,
} from '@common-ground/contract';
import {
  Dates,
  ErrorSummary,
  Field,
  PageHeading,
  ProblemNotice,
  Waiting,
  WordsInTemplate,
  checkedAgainst,
  following,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { HourQuestions, HourScript } from '@common-ground/web/homework';
import { FollowedHourPanel } from '../following/followed-hour';
import { OwnPage } from '../taking-home/own-page';
import { AskedClient, calendarOf } from './asked.client';

const A_MINUTE = 60_000;

/** When and where somebody is asked to come, and their answer. Who else is asked stands nowhere here. */
@Component({
  selector: 'cg-asked-session-page',
  imports: [
    ErrorSummary,
    Field,
    FollowedHourPanel,
    FormField,
    HourQuestions,
    HourScript,
    NgTemplateOutlet,
    OwnPage,
    PageHeading,
    ProblemNotice,
    RouterLink,
    WordsInTemplate,
    Waiting,
  ],
  templateUrl: './asked-session-page.html',
  styleUrl: './asked-session-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskedSessionPage {
  private readonly client = inject(AskedClient);
  private readonly dates = inject(Dates);

  readonly id = input.required<FamilySessionId>();

  protected readonly session = loaded(this.id, (id, stop) => this.client.session(id, stop));
  protected readonly live = following<FollowedHour>(
    () => (this.mayFollow() ? `me/family-sessions/${this.id()}/live` : undefined),
    'hour',
  );
  /** The hour once it has begun. */
  protected readonly hour = computed(() => {
    const hour = this.live.state();
    return hour === null || hour.stands === 'before' ? null : hour;
  });
  protected readonly mayLookBack = computed(() => {
    const hasJustEnded = ['closed', 'stopped'].includes(this.hour()?.stands ?? '');
    return hasJustEnded || (this.session.value()?.lookBack ?? null) !== null;
  });
  /** Also when it was held before its day, and just now: then nobody is asked to come any more. */
  protected readonly hasEnded = computed(() => {
    const session = this.session.value();
    return this.mayLookBack() || session?.hasEnded === true || session?.may.takeHome === true;
  });
  /** Their own part in the hour, as long as it is one of theirs. */
  protected readonly part = computed(() => {
    const session = this.session.value();
    if (!session || session.calledOff || this.hasEnded()) return null;
    return session.role === 'participant' || session.reply === 'cannot' ? null : session.role;
  });
  private readonly mayFollow = computed(() => this.session.value()?.may.follow === true);
  protected readonly sending = sendingOf('asked');
  protected readonly replies = SESSION_REPLIES;
  protected readonly calendarOf = calendarOf;
  protected readonly hasAnswered = signal(false);
  private readonly revision = computed(() => {
    const session = this.session.value();
    return session ? `${session.id} ${session.revision}` : null;
  });
  private readonly answer = signal<{ reply: SessionReply | ''; words: string }>({ reply: '', words: '' });
  protected readonly form = form(this.answer);
  /** Words that met others, said on another device: both stand in the field afterwards. */
  private unsent = '';

  protected readonly when = computed(() => {
    const session = this.session.value();
    return session ? this.dates.momentIn(session.startsAt, session.timeZone) : '';
  });
  /** The end by the plan: an hour that takes longer takes no other answer. */
  protected readonly until = computed(() => {
    const session = this.session.value();
    if (!session) return '';
    const end = new Date(Date.parse(session.startsAt) + session.minutes * A_MINUTE);
    return this.dates.momentIn(end.toISOString(), session.timeZone);
  });
  protected readonly here = computed(() => {
    const session = this.session.value();
    return session && this.dates.momentHere(session.startsAt, session.timeZone);
  });

  constructor() {
    // Read anew and unchanged, it writes over nothing that is being typed.
    effect(() => {
      const revision = this.revision();
      const session = untracked(() => this.session.value());
      if (revision === null || !session) return;
      const [theirs, mine] = [session.words, this.unsent];
      const words = theirs.includes(mine) ? theirs : [theirs, mine].filter((text) => text !== '').join('\n');
      this.answer.set({ reply: session.reply ?? '', words });
      this.unsent = '';
    });
    // Refused is whoever is not asked any more, too: the page says what is true now.
    effect(() => {
      if (this.live.refusals() > 0) untracked(() => this.session.again());
    });
  }

  /** Sends the answer over the one that was read; when another one stands there by now, that one is shown. */
  protected async send(session: AskedSession): Promise<void> {
    this.hasAnswered.set(false);
    const { reply, words } = this.answer();
    const draft = { reply: reply as SessionReply, words: words.trim() };
    const sent = await this.sending.send(
      () => this.client.reply(session, draft),
      () => checkedAgainst('SessionReplyDraft', draft),
    );
    if (sent !== null) {
      this.session.set(sent);
      this.hasAnswered.set(true);
    } else if (this.sending.problem()?.code === 'revision-stale') {
      this.unsent = draft.words;
      this.session.again();
    }
  }
}
