import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import {
  type ChangePractice,
  LANGUAGES,
  type Language,
  type PracticeSettings,
} from '@common-ground/contract';
import {
  Announcer,
  Dates,
  ErrorSummary,
  Field,
  PageHeading,
  Problem,
  ProblemNotice,
  Session,
  TimeZoneChoice,
  Waiting,
  Words,
  WordsInTemplate,
  areNumbersOld,
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { PracticeClient, changeable } from './practice.client';

/** How the practice works: whom mail comes from, the numbers on the safety card, days, languages, review rules. */
@Component({
  selector: 'cg-practice-page',
  imports: [
    ErrorSummary,
    Field,
    FormField,
    PageHeading,
    ProblemNotice,
    RouterLink,
    TimeZoneChoice,
    WordsInTemplate,
    Waiting,
  ],
  templateUrl: './practice-page.html',
  styleUrl: './practice-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PracticePage {
  private readonly client = inject(PracticeClient);
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  protected readonly dates = inject(Dates);

  protected readonly settings = loaded(
    () => true,
    () => this.client.settings(),
  );
  protected readonly allLanguages = LANGUAGES;
  protected readonly sending = sendingOf('practice');
  protected readonly said = signal<string | null>(null);
  /** The day that stood there before *I checked these today*, for *Undo*. */
  protected readonly checkedBefore = signal<string | null>(null);
  /** Somebody else saved meanwhile: who, and when. */
  protected readonly overtaken = signal<{ readonly who: string; readonly at: string } | null>(null);
  protected readonly areOld = computed(() => {
    const settings = this.settings.value();
    return settings !== null && areNumbersOld(settings.safety.checkedOn, settings.today);
  });
  private readonly model = signal({
    senderName: '',
    exitUrl: '',
    practicePhone: '',
    practiceHours: '',
    emergencyNumber: '',
    crisisLine: '',
    timeZone: '',
    everyTherapistNeedsReview: false,
  });
  protected readonly form = form(this.model);
  protected readonly languages = signal<readonly Language[]>([]);
  private shown: PracticeSettings | null = null;

  constructor() {
    effect(() => {
      const settings = this.settings.value();
      // What somebody has begun to write stays when only the day of the check has changed.
      if (settings !== null && this.shown === null) this.show(settings);
    });
  }

  protected offer(language: Language): void {
    this.languages.update((offered) =>
      LANGUAGES.filter((one) => (one === language ? !offered.includes(one) : offered.includes(one))),
    );
  }

  protected async save(): Promise<void> {
    const held = this.settings.value();
    if (held === null) return;
    const { practicePhone, practiceHours, emergencyNumber, crisisLine, ...rest } = this.model();
    const { checkedOn } = held.safety;
    await this.put(held, {
      ...rest,
      safety: { practicePhone, practiceHours, emergencyNumber, crisisLine, checkedOn },
      languages: [...this.languages()],
    });
  }

  /** Says that the numbers that are in force were tried today. Whatever is being written in the fields stays there. */
  protected async check(): Promise<void> {
    const held = this.settings.value();
    if (held === null) return;
    if (await this.putDay(held, held.today)) this.checkedBefore.set(held.safety.checkedOn);
  }

  protected async uncheck(): Promise<void> {
    const [held, before] = [this.settings.value(), this.checkedBefore()];
    if (held === null || before === null) return;
    if (await this.putDay(held, before)) this.checkedBefore.set(null);
  }

  protected showNewer(): void {
    this.shown = null;
    this.overtaken.set(null);
    this.checkedBefore.set(null);
    this.settings.again();
  }

  private async putDay(held: PracticeSettings, checkedOn: string): Promise<boolean> {
    const to = changeable(held);
    return this.put(held, { ...to, safety: { ...to.safety, checkedOn } }, false);
  }

  private async put(held: PracticeSettings, to: ChangePractice, fills = true): Promise<boolean> {
    this.said.set(null);
    const saved = await this.sending.send(
      () => this.client.change(held.revision, to).catch((cause: unknown) => this.whenOvertaken(cause)),
      () => checkedAgainst('ChangePractice', to),
    );
    if (!saved) return false;
    if (fills) this.show(saved);
    this.settings.set(saved);
    this.say(fills ? 'practice.settings.saved' : 'practice.settings.checkedDone', saved);
    // The safety card and the way out on this device follow at once.
    void this.session.load().catch(() => undefined);
    return true;
  }

  private whenOvertaken(cause: unknown): null {
    const problem = Problem.from(cause);
    if (problem.code !== 'revision-stale') throw problem;
    this.overtaken.set({
      who: problem.details.changedBy ?? '',
      at: problem.details.changedAt ?? '',
    });
    return null;
  }

  private say(key: string, settings: PracticeSettings): void {
    const sentence = this.words.say(key, { day: this.dates.day(settings.safety.checkedOn) });
    this.said.set(sentence);
    this.announcer.say(sentence);
  }

  private show(settings: PracticeSettings): void {
    this.shown = settings;
    const { senderName, exitUrl, safety, timeZone, everyTherapistNeedsReview } = settings;
    const { practicePhone, practiceHours, emergencyNumber, crisisLine } = safety;
    this.model.set({
      senderName,
      exitUrl,
      practicePhone,
      practiceHours,
      emergencyNumber,
      crisisLine,
      timeZone,
      everyTherapistNeedsReview,
    });
    this.languages.set(settings.languages);
  }
}
