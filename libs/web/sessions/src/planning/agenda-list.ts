import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  Injector,
  afterNextRender,
  computed,
  inject,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { LIMITS, type AgendaEntry, type DocumentId } from '@common-ground/contract';
import { hoursAndMinutes } from '@common-ground/rules/content';
import { Announcer, Dates, Words, WordsInTemplate, loaded } from '@common-ground/web/platform';
import { SessionsClient } from '../sessions.client';
import { DueList } from './due-list';
import { EarlierEntries } from './earlier-entries';
import { SinceLastHourList } from './since-last-hour';
import { PlanStore } from './plan.store';
import { RevealChoice } from './reveal-choice';

/** What happens in which order. The minutes add up while they are typed; Alt+Shift+arrows move, and so do two buttons. */
@Component({
  selector: 'cg-agenda-list',
  imports: [DueList, EarlierEntries, SinceLastHourList, RevealChoice, RouterLink, WordsInTemplate],
  templateUrl: './agenda-list.html',
  styleUrl: './agenda-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgendaList {
  private readonly client = inject(SessionsClient);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly page = inject(DOCUMENT);
  private readonly dates = inject(Dates);
  protected readonly store = inject(PlanStore);

  protected readonly hoursAndMinutes = hoursAndMinutes;
  protected readonly papers = loaded(
    () => this.store.session().family.id,
    (family) => this.client.papers(family),
  );
  protected readonly isFull = computed(() => this.store.plan().agenda.length >= LIMITS.entries);
  protected readonly needed = computed(() => this.store.plan().minutes + this.store.over());

  /** When an entry begins, as the reader's language writes a time; the day does not matter. */
  protected beginsAt(place: number): string {
    const time = this.store.times()[place]?.startTime;
    return time === undefined ? '' : this.dates.time(`2000-01-01T${time}`);
  }

  protected add(): void {
    this.goTo(this.store.add());
  }

  protected remove(entry: AgendaEntry): void {
    const { agenda } = this.store.plan();
    const at = agenda.indexOf(entry);
    this.store.remove(entry.id);
    this.announcer.say(this.words.say('sessions.agenda.removed', { title: this.nameOf(entry, at) }));
    const next = agenda[at + 1] ?? agenda[at - 1];
    this.goTo(next?.id ?? 'add');
  }

  protected moveBy(entry: AgendaEntry, steps: number): void {
    const here = this.page.activeElement;
    const { agenda } = this.store.plan();
    const title = this.nameOf(entry, agenda.indexOf(entry));
    this.store.moveBy(entry.id, steps);
    const place = this.store.plan().agenda.findIndex(({ id }) => id === entry.id) + 1;
    this.announcer.say(this.words.say('sessions.agenda.moved', { title, place, total: agenda.length }));
    // A button that leads nowhere any more is gone; the cursor stays with the entry.
    const goBack = (): void => {
      if (here instanceof HTMLElement && here.isConnected) here.focus();
      else this.page.getElementById(`title-${entry.id}`)?.focus();
    };
    afterNextRender({ read: goBack }, { injector: this.injector });
  }

  protected key(event: KeyboardEvent, entry: AgendaEntry): void {
    if (!event.altKey || !event.shiftKey || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    this.moveBy(entry, event.key === 'ArrowUp' ? -1 : 1);
  }

  protected lasts(entry: AgendaEntry, text: string): void {
    const minutes = Number(text);
    if (Number.isInteger(minutes) && minutes > 0) this.store.rewrite(entry.id, { minutes });
  }

  /** What holds: a field that was left empty shows it again. */
  protected lengthOf({ id }: AgendaEntry): number {
    return this.store.plan().agenda.find((entry) => entry.id === id)?.minutes ?? 0;
  }

  protected lay(entry: AgendaEntry, id: DocumentId, isThere: boolean): void {
    const others = entry.documentIds.filter((other) => other !== id);
    const reveals = entry.reveals?.filter(({ documentId }) => isThere || documentId !== id);
    this.store.rewrite(entry.id, {
      documentIds: isThere ? [...others, id] : others,
      ...(reveals && { reveals }),
    });
  }

  protected nameOf({ title }: AgendaEntry, at: number): string {
    return title.trim() === '' ? this.words.say('sessions.agenda.entry', { place: at + 1 }) : title;
  }

  protected goTo(id: string): void {
    const go = (): void => this.page.getElementById(id === 'add' ? 'add-entry' : `title-${id}`)?.focus();
    afterNextRender({ read: go }, { injector: this.injector });
  }
}
