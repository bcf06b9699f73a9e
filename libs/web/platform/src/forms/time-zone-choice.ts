import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatAutocomplete, MatAutocompleteTrigger, MatOption } from '@angular/material/autocomplete';
import { Tongue } from '../words/tongue';
import { WordsInTemplate } from '../words/in-templates';
import { allZones, clockOf, likelyZones, zoneInWords, zonesMatching, type ZoneInWords } from './time-zones';

/** More than that nobody reads: another letter tells them apart. */
const SHOWN_AT_MOST = 20;

/**
 * A time zone, chosen by its place or by what its clock is called. What is likely stands there before anything is typed,
 * each with what its clock shows now. What was typed and is no choice gives way to the one that holds. The label stands
 * outside and names `fieldId`.
 */
@Component({
  selector: 'cg-time-zone-choice',
  imports: [MatAutocomplete, MatAutocompleteTrigger, MatOption, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <input
        #field
        class="cg-input"
        type="text"
        autocomplete="off"
        spellcheck="false"
        [id]="fieldId()"
        [value]="typed() ?? words()"
        [matAutocomplete]="list"
        (focus)="field.select()"
        (input)="typed.set(field.value)"
        (keydown.escape)="typed.set(null)"
      />
      <mat-autocomplete
        #list="matAutocomplete"
        autoActiveFirstOption
        disableRipple
        panelWidth="min(22rem, 90vw)"
        [displayWith]="display"
        (optionSelected)="choose($event.option.value)"
        (opened)="look()"
        (closed)="settle()"
      >
        @for (one of shown(); track one.zone) {
          <mat-option [value]="one.zone">
            <span class="city">{{ one.city }}</span>
            <span class="clock">{{ one.name }}, {{ clock(one) }}</span>
          </mat-option>
        } @empty {
          <!-- A list without a line closes, and closing ends what is being typed. This line keeps what holds. -->
          <mat-option [value]="zone()">{{
            t('platform.timeZones.found', { count: 0, text: typed() })
          }}</mat-option>
        }
      </mat-autocomplete>
      <p class="cg-hidden" role="status">
        @if (typed(); as text) {
          {{ t('platform.timeZones.found', { count: found().length, text }) }}
        }
      </p>
    </ng-container>
  `,
  styles: `
    .city {
      display: block;
      line-height: 1.375rem;
    }
    .clock {
      display: block;
      color: var(--cg-quiet);
      font-size: 0.9375rem;
      line-height: 1.25rem;
    }
    mat-option {
      min-block-size: 3.25rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimeZoneChoice {
  private readonly tongue = inject(Tongue);
  private readonly here = Intl.DateTimeFormat().resolvedOptions().timeZone;

  readonly fieldId = input.required<string>();
  readonly zone = input.required<string>();
  readonly chosen = output<string>();

  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly now = signal(new Date());
  /** What somebody is typing; null while what is chosen stands there. */
  protected readonly typed = signal<string | null>(null);

  private readonly all = computed(() => allZones(this.tongue.locale(), [this.zone(), this.here]));
  private readonly likely = computed(() =>
    likelyZones(this.zone(), this.here).map((zone) => zoneInWords(zone, this.tongue.locale())),
  );
  protected readonly found = computed(() => zonesMatching(this.all(), this.typed() ?? ''));
  protected readonly shown = computed(() =>
    (this.typed() ?? '').trim() === '' ? this.likely() : this.found().slice(0, SHOWN_AT_MOST),
  );
  protected readonly words = computed(() => this.display(this.zone()));

  protected readonly display = (zone: string | null): string => {
    if (!zone) return '';
    const { city, name } = zoneInWords(zone, this.tongue.locale());
    return name === city ? city : `${city} – ${name}`;
  };

  protected clock({ zone }: ZoneInWords): string {
    return clockOf(zone, this.tongue.locale(), this.now());
  }

  protected look(): void {
    this.now.set(new Date());
  }

  protected choose(zone: string): void {
    this.typed.set(null);
    if (zone !== this.zone()) this.chosen.emit(zone);
  }

  /** Nobody is left with words that are no choice: the only one they can mean is taken, and else what holds comes back. */
  protected settle(): void {
    const [only, ...others] = this.typed() === null ? [] : this.found();
    if (only !== undefined && others.length === 0) this.choose(only.zone);
    this.typed.set(null);
    this.field().nativeElement.value = this.words();
  }
}
