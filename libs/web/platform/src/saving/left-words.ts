import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { WordsInTemplate } from '../words/in-templates';
import { LeftActs } from './left-acts';

/** Words under the name of the field they were written in. */
export interface LeftField {
  readonly name: string;
  readonly words: string;
}

/** Words of one's own that went nowhere, and that nobody else reads: their author copies them, and deletes them. */
@Component({
  selector: 'cg-left-words',
  imports: [LeftActs, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (!isDeleted() && written().length > 0) {
        <section aria-labelledby="left" class="cg-paper">
          <h2 id="left">{{ t(said() + 'title') }}</h2>
          <p>{{ why() }} {{ t(said() + 'explain') }}</p>
          @for (field of written(); track $index) {
            <h3 [id]="'left-' + $index">{{ field.name }}</h3>
            <p class="words">{{ field.words }}</p>
            @if (isEach()) {
              <cg-left-acts
                [text]="field.words"
                [said]="said()"
                [about]="'left-' + $index"
                (letGo)="deleteOne(field)"
              />
            }
          }
          @if (!isEach()) {
            <cg-left-acts [text]="all()" [said]="said()" (letGo)="delete()" />
          }
        </section>
      }
      <p role="status" tabindex="-1">{{ isDeleted() || isGone() ? t(said() + 'deleted') : '' }}</p>
    </ng-container>
  `,
  styles: `
    section {
      margin-block: 1rem;
    }
    .words {
      max-inline-size: 44rem;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeftWords {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly fields = input.required<readonly LeftField[]>();
  /** Why they were not saved, in a sentence. */
  readonly why = input.required<string>();
  /** Where they lie: on this device alone, or with the server, never sent. */
  readonly place = input<'leftWords' | 'unsentWords'>('leftWords');
  /** Each of them is a thing of its own, and goes by itself. */
  readonly isEach = input(false);
  readonly letGo = output();
  readonly letGoOf = output<LeftField>();

  protected readonly said = computed(() => `platform.${this.place()}.`);
  protected readonly isDeleted = signal(false);
  /** Which one was to go; said to be gone once it is no longer among them. */
  private readonly going = signal<LeftField | null>(null);
  protected readonly isGone = computed(() => {
    const going = this.going();
    return going !== null && !this.fields().includes(going);
  });
  protected readonly written = computed(() => this.fields().filter(({ words }) => words !== ''));
  protected readonly all = computed(() =>
    this.written()
      .map(({ words }) => words)
      .join('\n\n'),
  );

  protected delete(): void {
    this.isDeleted.set(true);
    this.goOn();
    this.letGo.emit();
  }

  protected deleteOne(field: LeftField): void {
    this.going.set(field);
    this.goOn();
    this.letGoOf.emit(field);
  }

  /** The button goes with the words: the focus waits where it is said that they are gone. */
  private goOn(): void {
    this.element.querySelector<HTMLElement>(':scope > [role="status"]')?.focus();
  }
}
