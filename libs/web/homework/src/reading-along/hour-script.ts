import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FollowedHour } from '@common-ground/contract';
import { calmTurnFrom, saidIn, voicesOf, type TurnVoice } from '@common-ground/rules/content';
import { Waiting, WordsInTemplate, loaded } from '@common-ground/web/platform';
import { HomeworkClient } from '../homework.client';

/**
 * A script that is played in the hour, on the phone of somebody who has it: where everybody is, and the reader's own
 * line in large type. How a line is said, and the line to calm down, each looks up alone: where everybody is stays. Once it is read it needs no network but to be told where people are.
 */
@Component({
  selector: 'cg-hour-script',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, WordsInTemplate, Waiting],
  templateUrl: './hour-script.html',
  styleUrl: './hour-script.scss',
})
export class HourScript {
  private readonly client = inject(HomeworkClient);
  private readonly injector = inject(Injector);

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
  /** Each line begins as it is written. */
  protected readonly voice = linkedSignal<string, TurnVoice>({
    source: () => this.play().at,
    computation: () => 'line',
  });
  protected readonly words = computed(() => {
    const turn = this.turn();
    return turn === null ? '' : saidIn(turn, this.voice());
  });
  protected readonly voices = computed(() => {
    const turn = this.turn();
    return turn === null ? [] : voicesOf(turn);
  });
  protected readonly calmTurn = computed(() => {
    const script = this.script();
    return script && calmTurnFrom(script, this.play().at);
  });
  /** The line to calm down while the reader looks at it; not once everybody is there, or talks about it. */
  protected readonly calm = computed(() => (this.looksAtCalm() ? this.calmTurn() : null));
  private readonly canLookAtCalm = computed(() => this.play().moment === 'turn' && this.calmTurn() !== null);
  /** The reader looks until everybody is there or is done: going on from there, nobody's phone jumps back. */
  private readonly looksAtCalm = linkedSignal<boolean, boolean>({
    source: this.canLookAtCalm,
    computation: (canLook, before) => canLook && (before?.value ?? false),
  });
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  /** The button that was pressed is gone; the cursor goes to what took its place. */
  protected lookAtCalm(looks: boolean): void {
    this.looksAtCalm.set(looks);
    afterNextRender({ read: () => this.heading()?.nativeElement.focus() }, { injector: this.injector });
  }
}
