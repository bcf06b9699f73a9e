import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  DestroyRef,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { LIMITS } from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';
import { unfold } from '../cursor';
import { Desk } from '../desk';
import { type Stretch, wordsIn } from './words-in';

type Field = HTMLTextAreaElement | HTMLInputElement;

/** Everything an author writes words into, in the order of the page, folded away or not. */
const FIELDS = '.desk :is(textarea, input:not([type]), input[type=text], input[type=tel]):not([inputmode])';
/** Letters shown before and after what was found. */
const AROUND = 24;

interface Found extends Stretch {
  readonly field: Field;
}

/**
 * Finds words in everything that is written, and shows where they stand without taking the cursor along. Escape puts
 * it there. The browser's own search finds nothing inside of fields that are folded away.
 */
@Component({
  selector: 'cg-find-bar',
  imports: [WordsInTemplate],
  templateUrl: './find-bar.html',
  styleUrl: './find-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FindBar {
  private readonly desk = inject(Desk);
  private readonly page = inject(DOCUMENT);
  private readonly injector = inject(Injector);

  /** What is looked for at first: the words somebody had marked. */
  readonly marked = input('');
  readonly closed = output<void>();

  protected readonly limit = LIMITS.search;
  protected readonly sought = signal('');
  protected readonly places = signal<readonly Found[]>([]);
  protected readonly at = signal(0);
  protected readonly place = computed(() => {
    const found = this.places()[this.at()];
    if (found === undefined) return null;
    const { from, until, field } = found;
    const text = field.value;
    return {
      name: nameOf(field),
      before: (from > AROUND ? '…' : '') + text.slice(Math.max(0, from - AROUND), from),
      words: text.slice(from, until),
      after: text.slice(until, until + AROUND) + (until + AROUND < text.length ? '…' : ''),
    };
  });
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('words');
  private shown: Field | null = null;

  constructor() {
    effect(() => {
      const sought = this.sought();
      this.desk.text();
      // What was typed is in the fields once the page is drawn.
      afterNextRender({ read: () => this.look(sought) }, { injector: this.injector });
    });
    effect(() => {
      const marked = this.marked();
      untracked(() => this.begin(marked));
    });
    inject(DestroyRef).onDestroy(() => this.unmark());
  }

  /** Ready for other words; those that were looked for last are written over by the first letter. */
  begin(marked: string): void {
    if (marked !== '') this.sought.set(marked);
    const field = (): HTMLInputElement => this.field().nativeElement;
    afterNextRender({ read: () => (field().focus(), field().select()) }, { injector: this.injector });
  }

  protected key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Enter') this.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') this.leave();
    else return;
    event.preventDefault();
  }

  protected step(steps: number): void {
    const { length } = this.places();
    if (length === 0) return;
    this.at.update((at) => (at + steps + length) % length);
    this.show();
  }

  /** Closes, and puts the cursor on what was found. */
  protected leave(): void {
    const found = this.places()[this.at()];
    this.close();
    if (found === undefined) return;
    const key = found.field.id.slice('f-'.length);
    const block = found.field.closest('[id^="block-"]')?.id.slice('block-'.length) ?? '';
    const choice = key.startsWith(`${block}-`) ? key.slice(block.length + 1) : undefined;
    const { from, until } = found;
    this.desk.wanted.set(
      choice === undefined
        ? { block: key, at: 'end', words: { from, until } }
        : { block, choice, at: 'end', words: { from, until } },
    );
  }

  protected close(): void {
    this.closed.emit();
  }

  private look(sought: string): void {
    const before = this.places()[this.at()];
    const fields = [...this.page.querySelectorAll<Field>(FIELDS)];
    const places = fields.flatMap((field) =>
      wordsIn(field.value, sought).map((stretch) => ({ ...stretch, field })),
    );
    const same = places.findIndex(({ field, from }) => field === before?.field && from === before.from);
    this.places.set(places);
    this.at.set(Math.max(0, same));
    if (same < 0 || this.shown === null) this.show();
  }

  /** The page goes there, what was folded away opens, and the field stands out. */
  private show(): void {
    this.unmark();
    const found = this.places()[this.at()];
    if (found === undefined) return;
    this.shown = found.field;
    unfold(found.field);
    found.field.classList.add('cg-found');
    found.field.scrollIntoView({ block: 'center' });
  }

  private unmark(): void {
    this.shown?.classList.remove('cg-found');
    this.shown = null;
  }
}

/** "Turn 3, Softer": the entry, where it is one of several, and the field's own label. */
function nameOf(field: Field): string {
  const entry = field.closest<HTMLElement>('[data-name]')?.dataset['name'];
  const own = field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent?.trim() ?? '';
  return [entry, own].filter(Boolean).join(', ');
}
