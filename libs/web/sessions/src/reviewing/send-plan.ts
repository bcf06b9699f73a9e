import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { LIMITS, type FamilySessionId, type PersonId, type PlanReview } from '@common-ground/contract';
import { Dates, Field, HalfNote, WordsInTemplate } from '@common-ground/web/platform';
import { PlanStore } from '../planning/plan.store';

/** To whom a plan goes and with what note; `sent` says that it is there, and what was sent of the note is let go of. */
export interface PlanToSend {
  readonly supervisorId: PersonId;
  readonly note: string;
  readonly sent: () => void;
}

/** Sends the plan to a supervisor. A note that was begun lies on the device until it is sent. */
@Component({
  selector: 'cg-send-plan',
  imports: [Field, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <details [open]="isOpen()" (toggle)="isOpen.set(box.open)" #box>
        <summary>
          {{ t(standing().version === null ? 'sessions.review.send' : 'sessions.review.sendAgain') }}
        </summary>
        <p class="cg-quiet">{{ t('sessions.review.what') }}</p>
        @if (standing().supervision.length > 1) {
          <fieldset>
            <legend>{{ t('documents.submit.toWhom') }}</legend>
            @for (one of standing().supervision; track one.id) {
              <label class="cg-choice">
                <input
                  type="radio"
                  name="supervisor"
                  [checked]="chosen() === one.id"
                  (change)="chosen.set(one.id)"
                />
                <span
                  >{{ one.displayName }}
                  <span class="cg-quiet">{{ t('sessions.review.strength.' + one.strength) }}</span></span
                >
              </label>
            }
          </fieldset>
        } @else if (supervisor(); as one) {
          <p>
            {{ t('documents.submit.goesTo', { name: one.displayName }) }}
            {{ t('sessions.review.strength.' + one.strength) }}
          </p>
        }
        @for (one of supervisor()?.standIns; track one.id + one.untilOn) {
          <p>
            {{
              t('documents.submit.standIn', {
                name: supervisor()?.displayName,
                who: one.displayName,
                day: dates.day(one.untilOn),
              })
            }}
          </p>
        }
        <cg-field
          for="review-note"
          [label]="t('documents.submit.note')"
          [hint]="t('documents.submit.noteHint')"
        >
          <textarea
            #words
            id="review-note"
            class="cg-input"
            [attr.maxlength]="limit"
            [value]="note.text()"
            (input)="note.write(words.value)"
          ></textarea>
        </cg-field>
        @for (one of missing(); track one) {
          <p role="alert">{{ t('sessions.review.missing.' + one) }}</p>
        }
        <button type="button" class="cg-button" (click)="press()">
          {{
            supervisor()
              ? t('documents.submit.send', { name: supervisor()?.displayName })
              : t('sessions.review.send')
          }}
        </button>
      </details>
    </ng-container>
  `,
  styles: `
    summary {
      padding-block: 0.5rem;
      cursor: pointer;
    }
  `,
  providers: [HalfNote],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SendPlan {
  protected readonly note = inject(HalfNote);
  private readonly desk = inject(PlanStore);
  protected readonly dates = inject(Dates);

  readonly id = input.required<FamilySessionId>();
  readonly standing = input.required<PlanReview>();
  readonly send = output<PlanToSend>();

  protected readonly limit = LIMITS.paragraph;
  protected readonly isOpen = signal(false);
  protected readonly chosen = signal<PersonId | null>(null);
  /** What has to be there before it goes out, where it was pressed without. */
  protected readonly missing = signal<readonly ('supervisor' | 'purpose' | 'agenda')[]>([]);

  protected readonly supervisor = computed(() => {
    const { supervision } = this.standing();
    return supervision.length === 1 ? supervision[0] : supervision.find(({ id }) => id === this.chosen());
  });

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => this.note.open(`plan-note/${id}`));
    });
    effect(() => {
      if (this.note.wasFound()) this.isOpen.set(true);
    });
  }

  protected press(): void {
    const supervisor = this.supervisor();
    const { purpose, agenda } = this.desk.plan();
    this.missing.set([
      ...(supervisor === undefined ? (['supervisor'] as const) : []),
      ...(purpose.trim() === '' ? (['purpose'] as const) : []),
      ...(agenda.length === 0 ? (['agenda'] as const) : []),
    ]);
    if (supervisor === undefined || this.missing().length > 0) return;
    const written = this.note.text();
    const sent = (): void => this.note.sent(written);
    this.send.emit({ supervisorId: supervisor.id, note: written.trim(), sent });
  }
}
