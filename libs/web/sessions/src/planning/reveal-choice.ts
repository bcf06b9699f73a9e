import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { AgendaEntry, DocumentSummary } from '@common-ground/contract';
import { Waiting, WordsInTemplate, loaded } from '@common-ground/web/platform';
import { questionsOf } from '@common-ground/web/documents';
import { SessionsClient } from '../sessions.client';
import { PlanStore } from './plan.store';

/** Which questions of a worksheet on the table people may open to each other in the hour. */
@Component({
  selector: 'cg-reveal-choice',
  imports: [WordsInTemplate, Waiting],
  template: `
    <details *cgWords="let t" (toggle)="hasOpened.set(true)">
      <summary>
        {{ t('sessions.agenda.reveals') }}<span class="cg-hidden">: {{ paper().title }}</span>
        @if (chosen().length > 0) {
          <span class="cg-quiet count">{{ t('sessions.agenda.revealing', { count: chosen().length }) }}</span>
        }
      </summary>
      <p class="cg-quiet">{{ t('sessions.agenda.revealsHint') }}</p>
      @if (questions(); as found) {
        <fieldset>
          <legend class="cg-hidden">{{ t('sessions.agenda.revealsOf', { title: paper().title }) }}</legend>
          @for (question of found; track question.prompt.id) {
            <label class="cg-choice">
              <input
                #there
                type="checkbox"
                [checked]="chosen().includes(question.prompt.id)"
                (change)="choose(question.prompt.id, there.checked)"
              />
              <span>{{ question.prompt.question }}</span>
            </label>
          }
        </fieldset>
      } @else if (hasOpened()) {
        <cg-waiting [on]="document" />
      }
    </details>
  `,
  styles: `
    :host {
      display: block;
    }
    .count {
      margin-inline-start: 0.75rem;
    }
    summary {
      min-block-size: 44px;
      padding-block: 0.5rem;
      cursor: pointer;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RevealChoice {
  private readonly client = inject(SessionsClient);
  private readonly store = inject(PlanStore);

  readonly entry = input.required<AgendaEntry>();
  readonly paper = input.required<DocumentSummary>();

  /** A paper is read only by whoever looks into it. */
  protected readonly hasOpened = signal(false);
  protected readonly document = loaded(
    () => (this.hasOpened() ? this.paper().id : undefined),
    (id, stop) => this.client.document(id, stop),
  );
  protected readonly questions = computed(() => {
    const document = this.document.value();
    return document && questionsOf(document.content).list;
  });
  protected readonly chosen = computed(() =>
    (this.entry().reveals ?? []).flatMap(({ documentId, promptId }) =>
      documentId === this.paper().id ? [promptId] : [],
    ),
  );

  protected choose(promptId: string, isThere: boolean): void {
    const documentId = this.paper().id;
    const others = (this.entry().reveals ?? []).filter(
      (one) => one.documentId !== documentId || one.promptId !== promptId,
    );
    const reveals = isThere ? [...others, { documentId, promptId }] : others;
    this.store.rewrite(this.entry().id, { reveals });
  }
}
