import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  Injector,
  type OnInit,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  model,
  untracked,
  viewChild,
} from '@angular/core';
import type { SessionPad, SessionRun } from '@common-ground/contract';
import { Dates, SaveStateLine, Words, WordsInTemplate, keepScreenAwake } from '@common-ground/web/platform';
import { GoRound } from './go-round';
import { PadStore } from './pad.store';
import { RecorderPad } from './recorder-pad';
import { RunEnded } from './run-ended';
import { RunPlay } from './run-play';
import { RunReveals } from './run-reveals';
import { RunStore } from './run.store';
import { TimeToSpeak } from './time-to-speak';

const MINUTE = 60;

/** The hour under way: the present entry in large type, the time that is left in words, and one big *Next*. */
@Component({
  selector: 'cg-run-desk',
  imports: [GoRound, RecorderPad, RunEnded, RunPlay, RunReveals, SaveStateLine, TimeToSpeak, WordsInTemplate],
  templateUrl: './run-desk.html',
  styleUrl: './run-desk.scss',
  host: { '(document:keydown)': 'key($event)', '[class.shared]': 'isShared()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunDesk implements OnInit {
  private readonly words = inject(Words);
  private readonly injector = inject(Injector);
  private readonly pads = inject(PadStore);
  protected readonly store = inject(RunStore);
  protected readonly dates = inject(Dates);

  readonly run = input.required<SessionRun>();
  readonly pad = input.required<SessionPad>();
  readonly isShared = model.required<boolean>();

  /** What the reader does in the hour besides leading it; nothing on a screen that others see. */
  protected readonly part = computed(() => {
    const { role } = this.store.run();
    return role === null || role === 'lead' || role === 'participant' ? null : role;
  });
  /** One thing at a time: while a script is played, its next line is what comes next. */
  protected readonly isPlaying = computed(() => this.store.state().play !== null);
  protected readonly isBreathing = computed(() => this.store.state().breathing);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  protected readonly entryTime = computed(() => {
    const { entry } = this.store.left();
    return entry === null ? '' : this.timeOf(entry, 'entry');
  });
  protected readonly hourTime = computed(() => this.timeOf(this.store.left().hour, 'hour'));
  /** By how many minutes the rest is too long; 0 as long as it fits, give or take one. */
  protected readonly over = computed(() => Math.floor(this.store.left().over / MINUTE));

  constructor() {
    keepScreenAwake();
    effect(() => {
      const revision = this.store.padRevision();
      untracked(() => void this.pads.catchUp(revision));
    });
  }

  ngOnInit(): void {
    this.store.open(this.run());
    this.pads.open(this.run().id, this.pad());
  }

  protected act(move: 'back' | 'close' | 'goOn' | 'next' | 'park' | 'skip' | 'stop'): void {
    this.store[move]();
    this.toHeading();
  }

  protected breathe(isBreathing: boolean): void {
    this.store.breathe(isBreathing);
    this.toHeading();
  }

  /** Space and → go on, ← goes back, except where a key already means something. */
  protected key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
    if (this.isBreathing() || this.store.state().end !== null || this.store.state().at === null) return;
    // Whoever leads a script from line to line does not mean the agenda.
    if (this.isPlaying()) return;
    const at = event.target instanceof HTMLElement ? event.target : null;
    if (at?.closest('input, textarea, select, summary, [contenteditable]')) return;
    if (event.key === 'ArrowRight' || (event.key === ' ' && !at?.closest('button, a'))) {
      event.preventDefault();
      this.act('next');
    } else if (event.key === 'ArrowLeft') {
      event.preventDefault();
      this.act('back');
    }
  }

  private timeOf(seconds: number, of: 'entry' | 'hour'): string {
    const say = (key: string, count = 0): string => this.words.say(`running.time.${of}.${key}`, { count });
    if (seconds >= MINUTE) return say('left', Math.floor(seconds / MINUTE));
    if (seconds > 0) return say('nearly');
    return seconds > -MINUTE ? say('over') : say('longer', Math.floor(-seconds / MINUTE));
  }

  /** What was there is gone; the cursor goes to what took its place. */
  private toHeading(): void {
    afterNextRender({ read: () => this.heading()?.nativeElement.focus() }, { injector: this.injector });
  }
}
