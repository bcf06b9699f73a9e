import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { Words, WordsInTemplate } from '@common-ground/web/platform';
import { RunStore } from './run.store';

const MINUTE = 60;

/** How much time each has had to speak, for whoever leads and wants to see it. It counts time and judges nobody. */
@Component({
  selector: 'cg-time-to-speak',
  imports: [WordsInTemplate],
  templateUrl: './time-to-speak.html',
  styleUrl: './time-to-speak.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimeToSpeak {
  private readonly injector = inject(Injector);
  private readonly words = inject(Words);
  protected readonly store = inject(RunStore);

  /** On a screen that others see it stands when whoever leads said so, and nothing there can be pressed. */
  readonly isShared = input.required<boolean>();

  protected readonly airtime = computed(() => this.store.state().airtime);
  protected readonly shares = computed(() =>
    (this.store.airtime() ?? []).map((one) => ({
      ...one,
      width: `${Math.round(one.beside * 100)}%`,
      said: this.words.say(
        one.seconds === 0 && !one.speaksNow ? 'running.speak.notYet' : 'running.speak.minutes',
        {
          count: Math.floor(one.seconds / MINUTE),
        },
      ),
    })),
  );
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  private readonly opener = viewChild<ElementRef<HTMLElement>>('opener');

  protected begin(): void {
    this.store.beginAirtime();
    this.focus(() => this.heading());
  }

  protected end(): void {
    this.store.endAirtime();
    this.focus(() => this.opener());
  }

  /** The button that was pressed is gone. */
  private focus(on: () => ElementRef<HTMLElement> | undefined): void {
    afterNextRender({ read: () => on()?.nativeElement.focus() }, { injector: this.injector });
  }
}
