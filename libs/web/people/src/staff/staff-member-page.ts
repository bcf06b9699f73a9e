import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type {
  ChangeStaff,
  HeldRole,
  Language,
  PersonId,
  StaffMember,
  StaffRole,
} from '@common-ground/contract';
import {
  Announcer,
  Breadcrumb,
  Dates,
  ErrorSummary,
  Field,
  PageHeading,
  PageTitle,
  Problem,
  ProblemNotice,
  ProblemWords,
  Session,
  Waiting,
  Words,
  WordsInTemplate,
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { StaffClient } from './staff.client';
import { StaffEntry } from './staff-entry';

/** One of the staff: their name, what they are here and since when, and how they leave. */
@Component({
  selector: 'cg-staff-member-page',
  imports: [
    Breadcrumb,
    ErrorSummary,
    Field,
    FormField,
    PageHeading,
    ProblemNotice,
    RouterLink,
    StaffEntry,
    WordsInTemplate,
    Waiting,
  ],
  templateUrl: './staff-member-page.html',
  styleUrl: './staff-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StaffMemberPage {
  private readonly client = inject(StaffClient);
  private readonly words = inject(Words);
  private readonly problemWords = inject(ProblemWords);
  private readonly announcer = inject(Announcer);
  private readonly session = inject(Session);
  protected readonly dates = inject(Dates);

  readonly id = input.required<PersonId>();

  protected readonly person = loaded(this.id, async (id) => {
    const found = (await this.client.staff()).find((member) => member.id === id);
    if (found === undefined) throw new Problem(404, 'not-found');
    return found;
  });
  protected readonly sending = sendingOf('practice');
  protected readonly refused = signal<string | null>(null);
  protected readonly isLeaving = signal(false);
  /** A role whose end is asked about once more, and the one just ended, for *Undo*. */
  protected readonly undoable = signal<StaffRole | null>(null);
  private readonly model = signal<Required<ChangeStaff>>({
    displayName: '',
    language: 'en',
    credentials: '',
  });
  protected readonly form = form(this.model);
  protected readonly languages: readonly Language[] = ['en', 'es'];
  protected readonly ended = computed(
    () => this.person.value()?.held.filter(({ endedAt }) => endedAt !== null) ?? [],
  );
  protected readonly isMe = computed(() => this.session.person()?.id === this.id());

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const person = this.person.value();
      if (!person) return;
      title.set(person.displayName);
      const { displayName, language, credentials } = person;
      this.model.set({ displayName, language, credentials });
    });
  }

  protected since(role: StaffRole): string {
    const held = this.person.value()?.held.find((one) => one.role === role && one.endedAt === null);
    return held === undefined ? '' : this.dates.day(held.givenAt.slice(0, 10));
  }

  protected past(held: HeldRole): string {
    return this.words.say('practice.staff.held', {
      role: this.words.say(`people.roles.${held.role}`),
      from: this.dates.day(held.givenAt.slice(0, 10)),
      until: this.dates.day((held.endedAt ?? held.givenAt).slice(0, 10)),
    });
  }

  protected async save(): Promise<void> {
    const { displayName, language, credentials } = this.model();
    const request = { displayName: displayName.trim(), language, credentials: credentials.trim() };
    const changed = await this.sending.send(
      () => this.client.change(this.id(), request),
      () => checkedAgainst('ChangeStaff', request),
    );
    if (changed) this.#done(changed, 'practice.staff.saved');
  }

  protected changedAddress(person: StaffMember): void {
    this.#done(person, 'practice.staff.emailSaved');
  }

  protected async give(role: StaffRole): Promise<void> {
    if (await this.#act(() => this.client.give(this.id(), role), 'practice.staff.given', role))
      this.undoable.set(null);
  }

  protected async end(role: StaffRole): Promise<void> {
    if (await this.#act(() => this.client.endRole(this.id(), role), 'practice.staff.ended', role)) {
      this.undoable.set(this.person.value()?.may.give.includes(role) === true ? role : null);
    }
  }

  protected async leave(): Promise<void> {
    if (await this.#act(() => this.client.deactivate(this.id()), 'practice.staff.left'))
      this.undoable.set(null);
    this.isLeaving.set(false);
  }

  async #act(act: () => Promise<StaffMember>, done: string, role?: StaffRole): Promise<boolean> {
    this.refused.set(null);
    try {
      this.#done(await act(), done, role);
      return true;
    } catch (cause) {
      this.refused.set(this.#why(Problem.from(cause)));
      return false;
    }
  }

  #done(person: StaffMember, words: string, role?: StaffRole): void {
    this.person.set(person);
    this.announcer.say(
      this.words.say(words, {
        name: person.displayName,
        role: role === undefined ? '' : this.words.say(`people.roles.${role}`),
      }),
    );
    // What I am myself decides which pages I see.
    if (this.isMe()) void this.session.load().catch(() => undefined);
  }

  /** Some refusals say how many stand in the way, and then so does the page. */
  #why(problem: Problem): string {
    const { count } = problem.details;
    return count === undefined
      ? this.problemWords.of(problem, 'practice')
      : this.words.say(`practice.problems.${problem.code}`, { count });
  }
}
