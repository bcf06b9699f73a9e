import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { HourPlanContent } from '@common-ground/contract';
import { agendaTimes, minutesOver, rulesOf } from '@common-ground/rules/content';
import { Dates, WordsInTemplate } from '@common-ground/web/platform';
import { FoldedPart } from '../../folded-part';
import type { Beside } from '../../kinds';

/** The plan of an hour to read, from what it is for to how it ends. Parts in which nothing is written are left out. */
@Component({
  selector: 'cg-hour-plan-paper',
  imports: [FoldedPart, NgTemplateOutlet, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @for (part of parts(); track part.id) {
        <section class="block" [id]="'block-' + part.id" tabindex="-1">
          @if (part.isFirst) {
            <h2>{{ t('kinds.hour-plan.parts.' + part.part) }}</h2>
          }
          @switch (part.part) {
            @case ('purpose') {
              <p class="mine">{{ part.words }}</p>
            }
            @case ('when') {
              <p>{{ moment() }} ({{ content().when.timeZone }})</p>
            }
            @case ('minutes') {
              <p>
                {{ t('kinds.hour-plan.minutes', { minutes: content().minutes }) }}
                @if (over() > 0) {
                  {{ t('kinds.hour-plan.over', { minutes: over() }) }}
                }
              </p>
            }
            @case ('person') {
              <p>
                {{ people().get(part.id)?.name }} ·
                {{ t('kinds.hour-plan.roles.' + people().get(part.id)?.role) }}
              </p>
            }
            @case ('goRound') {
              <p class="words spoken">{{ part.words }}</p>
            }
            @case ('entry') {
              @if (entries().get(part.id); as entry) {
                <h3>{{ entry.title || t('kinds.hour-plan.untitled') }}</h3>
                <p class="cg-quiet">
                  {{
                    t(entry.fixedStart ? 'kinds.hour-plan.fixed' : 'kinds.hour-plan.starts', {
                      time: dates.time('2000-01-01T' + entry.startTime),
                      minutes: entry.minutes,
                    })
                  }}
                </p>
                @for (paper of entry.papers; track paper.id) {
                  <p>{{ t('kinds.hour-plan.paper', { title: paper.title }) }}</p>
                }
              }
            }
            @default {
              <p class="words">{{ part.words }}</p>
            }
          }
        </section>
        @if (beside(); as template) {
          <ng-container [ngTemplateOutlet]="template" [ngTemplateOutletContext]="{ $implicit: part.id }" />
        }
      }
    </ng-container>
  `,
  styleUrl: '../../paper.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HourPlanPaper {
  protected readonly dates = inject(Dates);

  readonly content = input.required<HourPlanContent>();
  /** What stands below a part, for instance the threads about it. */
  readonly beside = input<Beside>(null);

  protected readonly parts = computed(() => {
    const written = rulesOf('hour-plan')
      .parts(this.content())
      .filter(({ words }) => words !== '');
    return written.map((one, at) => ({ ...one, isFirst: written[at - 1]?.part !== one.part }));
  });
  /** The clock on the wall, read as if it were UTC, so that no zone moves it. */
  protected readonly moment = computed(() => {
    const { startsOn, startTime } = this.content().when;
    return this.dates.momentIn(`${startsOn}T${startTime}:00Z`, 'UTC');
  });
  protected readonly people = computed(
    () =>
      new Map<string, HourPlanContent['people'][number]>(this.content().people.map((one) => [one.id, one])),
  );
  private readonly timed = computed(() => {
    const { when, minutes, agenda } = this.content();
    const timed = agenda.map((entry) => ({ ...entry, documentIds: [] }));
    return { startTime: when.startTime, minutes, agenda: timed };
  });
  protected readonly over = computed(() => minutesOver(this.timed()));
  protected readonly entries = computed(() => {
    const times = new Map(agendaTimes(this.timed()).map(({ id, startTime }) => [id, startTime]));
    return new Map(
      this.content().agenda.map((entry) => [entry.id, { ...entry, startTime: times.get(entry.id) ?? '' }]),
    );
  });
}
