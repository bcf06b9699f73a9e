import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FamilySession, FamilySessionSummary } from '@common-ground/contract';
import {
  Dates,
  ProblemNotice,
  Waiting,
  WordsInTemplate,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { SessionsClient } from '../sessions.client';
import { PadStore } from './pad.store';
import { RunStore } from './run.store';

/** What was not reached goes into the next plan with one act: the one there is, or a new one. */
@Component({
  selector: 'cg-carry-on',
  imports: [ProblemNotice, RouterLink, WordsInTemplate, Waiting],
  template: `
    <ng-container *cgWords="let t">
      @if (store.notReached().length > 0) {
        <h3 id="not-reached" tabindex="-1">{{ t('running.ended.notReached') }}</h3>
        <ul>
          @for (entry of store.notReached(); track entry.id) {
            <li>{{ entry.title }}</li>
          }
        </ul>
      }
      @if (sending.problem(); as problem) {
        <cg-problem role="alert" area="running" [problem]="problem" />
      }
      @if (brought(); as session) {
        <p role="status">
          {{ t('running.ended.brought', { when: when(session) }) }}
          <a [routerLink]="['/app/sessions', session.id]">{{ t('running.ended.open') }}</a>
        </p>
      } @else if (next.value(); as found) {
        <p class="cg-buttons">
          @if (found.session !== null && store.notReached().length > 0) {
            <button
              type="button"
              class="cg-button cg-primary"
              [attr.aria-disabled]="sending.isUnderWay() || null"
              (click)="bring(found.session)"
            >
              {{ t('running.ended.bring', { when: when(found.session) }) }}
            </button>
          } @else {
            <a
              class="cg-button cg-primary"
              [routerLink]="['/app/families', store.run().family.id, 'sessions', 'new']"
              [queryParams]="comesAlong()"
              >{{ t('running.ended.' + (store.notReached().length > 0 ? 'planWith' : 'plan')) }}</a
            >
          }
        </p>
      } @else {
        <cg-waiting [on]="next" />
      }
    </ng-container>
  `,
  styles: `
    li {
      margin-block-end: 0.375rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CarryOn {
  private readonly client = inject(SessionsClient);
  private readonly dates = inject(Dates);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly pads = inject(PadStore);
  protected readonly store = inject(RunStore);

  protected readonly sending = sendingOf('running');
  protected readonly brought = signal<FamilySession | null>(null);
  // What an hour is looked up by, and not the hour: it is asked where it stands every few seconds.
  private readonly familyId = computed(() => this.store.run().family.id);
  private readonly id = computed(() => this.store.run().id);
  protected readonly next = loaded(this.familyId, async (familyId) => ({
    session: await this.client.ahead(familyId, this.id()),
  }));
  protected readonly comesAlong = computed(() => ({
    ...(this.store.notReached().length > 0 ? { after: this.id() } : {}),
    // What was agreed for the next time is what is proposed.
    ...(this.nextOn() === null ? {} : { on: this.nextOn() }),
  }));
  private readonly nextOn = computed(() => this.pads.content()?.nextOn ?? null);

  protected when({ startsAt, timeZone }: FamilySessionSummary): string {
    return this.dates.momentIn(startsAt, timeZone);
  }

  protected async bring(into: FamilySessionSummary): Promise<void> {
    const session = await this.sending.send(() => this.client.bringForward(this.id(), into.id));
    if (session === null) return;
    this.brought.set(session);
    // The button that was pressed is gone.
    afterNextRender({ read: () => this.host.querySelector('h3')?.focus() }, { injector: this.injector });
  }
}
