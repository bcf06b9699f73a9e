import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FollowedHour } from '@common-ground/contract';
import { TranslocoDirective, Waiting, loaded } from '@common-ground/web/platform';
import { HomeworkClient } from '../homework.client';

/**
 * A script that is played in the hour, on the phone of somebody who has it: where everybody is, and the reader's own
 * line in large type. Once it is read it needs no network but to be told where people are.
 */
@Component({
  selector: 'cg-hour-script',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, TranslocoDirective, Waiting],
  template: `
    <section *transloco="let t" aria-labelledby="hour-script">
      @if (script(); as content) {
        <div aria-live="polite" aria-atomic="true">
          @if (play().moment !== 'turn') {
            <h2 id="hour-script">{{ t('homework.play.after.' + play().moment) }}</h2>
            @if (play().moment === 'watched' && ending(); as end) {
              <p>{{ end.words }}</p>
            }
            @if (play().moment === 'watched' && play().mine.length > 0) {
              <p>{{ t('homework.play.listen') }}</p>
            }
            @if (play().moment === 'questions') {
              <ul>
                @for (question of content.debrief; track question.id) {
                  <li>{{ question.words }}</li>
                }
              </ul>
            }
          } @else if (turn(); as it) {
            <h2 id="hour-script">
              {{ t(isMine() ? 'homework.play.mine' : 'homework.play.theirs', { role: speaker() }) }}
            </h2>
            @if (it.cue) {
              <p class="cue">({{ it.cue }})</p>
            }
            <p class="line" [class.mine]="isMine()" [attr.lang]="content.language">{{ it.line }}</p>
          } @else {
            <h2 id="hour-script">{{ t('homework.play.elsewhere') }}</h2>
          }
        </div>
        @if (play().moment === 'turn') {
          <p>{{ t('homework.play.stop') }}</p>
          @if (content.pauseWord) {
            <p>{{ t('homework.play.pauseWord', { word: content.pauseWord }) }}</p>
          }
          <p>
            <a class="alone" [routerLink]="['/me/items', play().taskId, 'practise']">{{
              t('homework.play.onePhone')
            }}</a>
          </p>
        }
      } @else {
        <h2 id="hour-script" class="cg-hidden">{{ t('homework.play.elsewhere') }}</h2>
        <cg-waiting [on]="task" />
      }
    </section>
  `,
  styles: `
    section {
      margin-block-end: 1.5rem;
    }
    h2 {
      margin-block: 0 0.5rem;
      font-size: 1.25rem;
    }
    .cue {
      margin: 0 0 0.25rem;
      color: var(--cg-quiet);
    }
    .line {
      margin: 0 0 1rem;
      padding-inline-start: 1rem;
      border-inline-start: 4px solid var(--cg-outline);
      font-family: var(--cg-serif);
      font-size: 1.125rem;
      line-height: 1.75rem;
      overflow-wrap: anywhere;
    }
    .line.mine {
      border-color: var(--cg-success);
      font-size: clamp(1.75rem, 1.25rem + 2.5vw, 2.5rem);
      line-height: 1.25;
    }
    .alone {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
  `,
})
export class HourScript {
  private readonly client = inject(HomeworkClient);

  readonly play = input.required<NonNullable<FollowedHour['play']>>();

  private readonly id = computed(() => this.play().taskId);
  protected readonly task = loaded(this.id, (id, stop) => this.client.task(id, stop));
  protected readonly script = computed(() => {
    const content = this.task.value()?.content;
    return content !== undefined && 'turns' in content ? content : null;
  });
  /** Null where the reader has another version, in which this line does not stand. */
  protected readonly turn = computed(
    () => this.script()?.turns.find(({ id }) => id === this.play().at) ?? null,
  );
  protected readonly ending = computed(
    () => this.script()?.endings.find(({ id }) => id === this.play().at) ?? null,
  );
  protected readonly speaker = computed(
    () => this.script()?.roles.find(({ id }) => id === this.turn()?.roleId)?.name ?? '',
  );
  protected readonly isMine = computed(() => this.play().mine.includes(this.turn()?.roleId ?? ''));
}
