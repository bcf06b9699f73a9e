import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  inject,
  signal,
} from '@angular/core';
import { Dates, ProblemNotice, WordsInTemplate, sendingOf } from '@common-ground/web/platform';
import { PlanStore } from '../planning/plan.store';
import { AskingClient } from './asking.client';

/** Calls an hour off. It is for good, so it is asked once more. */
@Component({
  selector: 'cg-call-off',
  imports: [ProblemNotice, WordsInTemplate],
  template: `
    <section *cgWords="let t" aria-labelledby="call-off">
      <h2 id="call-off" tabindex="-1">{{ t('sessions.callOff.title') }}</h2>
      @if (sending.problem(); as problem) {
        <cg-problem role="alert" area="sessions" [problem]="problem" />
      }
      @if (store.session().calledOffAt; as at) {
        <p>{{ t('sessions.callOff.done', { ago: dates.ago(at) }) }}</p>
      } @else if (isAsking()) {
        <p>{{ t('sessions.callOff.sure') }}</p>
        <p class="cg-buttons">
          <button type="button" class="cg-button" (click)="callOff()">{{ t('sessions.callOff.yes') }}</button>
          <button type="button" class="cg-button cg-plain" (click)="ask(false)">
            {{ t('sessions.callOff.no') }}
          </button>
        </p>
      } @else if (store.session().may.callOff) {
        <button type="button" class="cg-button" (click)="ask(true)">{{ t('sessions.callOff.act') }}</button>
      } @else {
        <p class="cg-quiet">
          {{ t(store.session().isUnderWay ? 'sessions.callOff.underWay' : 'sessions.callOff.over') }}
        </p>
      }
    </section>
  `,
  styles: `
    section {
      margin-block-end: 2rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CallOff {
  private readonly client = inject(AskingClient);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly store = inject(PlanStore);
  protected readonly dates = inject(Dates);

  protected readonly sending = sendingOf('sessions');
  protected readonly isAsking = signal(false);

  protected ask(isAsking: boolean): void {
    this.isAsking.set(isAsking);
    this.backToHeading();
  }

  protected async callOff(): Promise<void> {
    const session = await this.sending.send(() => this.client.callOff(this.store.session().id));
    if (session === null) return;
    this.store.learn(session);
    this.ask(false);
  }

  /** The button that was pressed is gone. */
  private backToHeading(): void {
    afterNextRender({ read: () => this.host.querySelector('h2')?.focus() }, { injector: this.injector });
  }
}
