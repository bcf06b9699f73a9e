import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type {
  Page,
  SessionAhead,
  Today,
  TodayDocument,
  TodayReviewed,
  WaitingDocument,
} from '@common-ground/contract';
import {
  Dates,
  Empty,
  PageHeading,
  Session,
  Waiting,
  WordsInTemplate,
  loadedFrom,
  together,
} from '@common-ground/web/platform';
import { ConsentWords } from '../consents/consent-words';

/** The therapist's day, in sentences: what came back, what a supervisor returned, what can go out, what is unfinished. */
@Component({
  selector: 'cg-today-page',
  imports: [Empty, PageHeading, RouterLink, WordsInTemplate, Waiting],
  templateUrl: './today-page.html',
  styleUrl: './today-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TodayPage {
  protected readonly session = inject(Session);
  protected readonly dates = inject(Dates);
  protected readonly consents = inject(ConsentWords);

  protected readonly today = loadedFrom<Today>(() => 'today');
  /** Who has nobody to lead is told of none. */
  protected readonly sessions = loadedFrom<Page<SessionAhead>>(() => 'sessions');
  private readonly both = together(this.today, () => [this.sessions]);
  protected readonly isWhole = this.both.isWhole;
  protected readonly page = this.both.page;
  protected readonly ahead = computed(() => this.sessions.value()?.items ?? []);
  protected readonly isQuiet = computed(() => {
    const today = this.today.value();
    // Nobody is told of a quiet day while the hours are not known.
    if (!today || this.sessions.value() === null) return false;
    const lists = [
      today.cameBack,
      today.aLot,
      today.consentAnswers,
      today.returned,
      today.readyToShare,
      today.waiting,
      today.drafts,
    ];
    return (
      this.ahead().length === 0 && today.reviewsWaiting === 0 && lists.every((list) => list.length === 0)
    );
  });

  /** Nothing in the morning says "good evening". */
  protected readonly partOfDay = partOfDay(new Date().getHours());

  /** What a supervisor has said of a text that waits for them. */
  protected said(document: TodayDocument | WaitingDocument): WaitingDocument['said'] {
    return 'said' in document ? document.said : null;
  }

  /** The plan of an hour is mended where that hour is planned. */
  protected placeOf({ kind, id }: TodayReviewed): readonly string[] {
    return [kind === 'hour-plan' ? '/app/sessions' : '/app/docs', id];
  }

  /** Somebody wants to be spoken to before the hour. */
  protected isToBeAsked({ replies }: SessionAhead): boolean {
    return replies.some(({ reply }) => reply === 'ask-me');
  }
}

function partOfDay(hour: number): 'morning' | 'afternoon' | 'evening' {
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}
