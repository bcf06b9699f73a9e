import { keepScreenAwake } from '@common-ground/web/platform';
import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { RolePlayScriptContent } from '@common-ground/contract';
import { goesOnTo, saidIn, voicesOf, type TurnVoice } from '@common-ground/rules/content';
import { WordsInTemplate } from '@common-ground/web/platform';

type Moment = 'before' | 'turn' | 'breathing' | 'after' | 'stopped';

/**
 * A script while it is rehearsed, alone or with one phone passed around: one line at a time in large type. Everything
 * it needs is there from the start, so it goes on without a network.
 */
@Component({
  selector: 'cg-script-practice',
  imports: [WordsInTemplate],
  templateUrl: './script-practice.html',
  styleUrl: './script-practice.scss',
  host: { '(document:keydown)': 'key($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScriptPractice {
  private readonly injector = inject(Injector);

  readonly content = input.required<RolePlayScriptContent>();

  protected readonly moment = signal<Moment>('before');
  protected readonly voice = signal<TurnVoice>('line');
  /** How far the cast has moved on: after one swap, each plays the next role. */
  protected readonly swaps = signal(0);
  private readonly at = signal('');
  private readonly path = signal<readonly string[]>([]);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  protected readonly turn = computed(() => this.content().turns.find(({ id }) => id === this.at()) ?? null);
  protected readonly place = computed(() => this.content().turns.findIndex(({ id }) => id === this.at()) + 1);
  protected readonly ending = computed(
    () => this.content().endings.find(({ id }) => id === this.at()) ?? null,
  );
  protected readonly canGoBack = computed(() => this.path().length > 0);
  protected readonly words = computed(() => {
    const turn = this.turn();
    return turn === null ? '' : saidIn(turn, this.voice());
  });
  protected readonly voices = computed(() => {
    const turn = this.turn();
    return turn === null ? [] : voicesOf(turn);
  });
  /** Each role with whoever plays it now. */
  protected readonly cast = computed(() => {
    const { roles } = this.content();
    return roles.map((role, index) => ({
      ...role,
      playedBy: roles[(index + this.swaps()) % roles.length]?.castAs ?? '',
    }));
  });
  protected readonly speaker = computed(
    () => this.cast().find(({ id }) => id === this.turn()?.roleId) ?? null,
  );
  protected readonly calmTurn = computed(
    () => this.content().turns.find(({ calmsDown }) => calmsDown) ?? null,
  );

  constructor() {
    keepScreenAwake();
  }

  protected begin(): void {
    this.path.set([]);
    this.come(this.content().turns[0]?.id ?? null);
  }

  protected next(): void {
    const turn = this.turn();
    if (turn !== null) this.goTo(goesOnTo(this.content(), turn));
  }

  protected goTo(id: string | null): void {
    this.path.update((path) => [...path, this.at()]);
    this.come(id);
  }

  protected back(): void {
    const before = this.path().at(-1);
    if (before === undefined) return;
    this.path.update((path) => path.slice(0, -1));
    this.come(before);
  }

  protected breathe(): void {
    this.show('breathing');
  }

  protected goOn(): void {
    this.show('turn');
  }

  protected stop(): void {
    this.show('stopped');
  }

  protected swap(): void {
    this.swaps.update((swaps) => swaps + 1);
  }

  /** Space and → go on, except where a key already means something. */
  protected key(event: KeyboardEvent): void {
    if (this.moment() !== 'turn' || event.ctrlKey || event.metaKey || event.altKey) return;
    const isOnButton = event.target instanceof HTMLElement && event.target.closest('button, a') !== null;
    if (event.key === 'ArrowRight' || (event.key === ' ' && !isOnButton)) {
      event.preventDefault();
      this.next();
    } else if (event.key === 'ArrowLeft') {
      event.preventDefault();
      this.back();
    }
  }

  private come(id: string | null): void {
    this.at.set(id ?? '');
    this.voice.set('line');
    this.show(this.turn() === null ? 'after' : 'turn');
  }

  /** What was read is gone from the page; the cursor goes to what took its place. */
  private show(moment: Moment): void {
    this.moment.set(moment);
    afterNextRender({ read: () => this.heading()?.nativeElement.focus() }, { injector: this.injector });
  }
}
