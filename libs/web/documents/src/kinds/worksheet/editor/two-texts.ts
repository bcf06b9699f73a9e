import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { Block } from '@common-ground/contract';
import { TranslocoDirective, Words, newKey } from '@common-ground/web/platform';
import { type Chosen, type Clash, type Merged, clashKey, mayKeepBoth, settle } from './worksheet-merge';
import { type WorksheetText, wordingOf } from './worksheet-model';

/**
 * The same place was written in on two screens. Both texts stand side by side, place by place, until somebody has
 * chosen; nothing is thrown away unasked.
 */
@Component({
  selector: 'cg-two-texts',
  imports: [TranslocoDirective],
  templateUrl: './two-texts.html',
  styleUrl: './two-texts.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TwoTexts {
  private readonly words = inject(Words);

  readonly merged = input.required<Merged>();
  readonly settled = output<WorksheetText>();

  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  private readonly choices = signal<ReadonlyMap<string, Chosen>>(new Map());
  protected readonly isMissing = signal(false);
  protected readonly rows = computed(() =>
    this.merged().clashes.map((clash) => ({
      key: clashKey(clash),
      name: this.nameOf(clash),
      mine: this.sideOf(clash, 'mine'),
      theirs: this.sideOf(clash, 'theirs'),
      mayKeepBoth: mayKeepBoth(clash),
      chosen: this.choices().get(clashKey(clash)) ?? null,
    })),
  );

  constructor() {
    // The field somebody was writing in is gone; the question that took its place is where they should be.
    afterNextRender(() => this.heading()?.nativeElement.focus());
    effect(() => {
      this.merged();
      this.choices.set(new Map());
    });
  }

  protected choose(key: string, chosen: Chosen): void {
    this.choices.update((choices) => new Map(choices).set(key, chosen));
    this.isMissing.set(false);
  }

  protected finish(): void {
    const { text, clashes } = this.merged();
    const choices = this.choices();
    if (clashes.some((clash) => !choices.has(clashKey(clash)))) return this.isMissing.set(true);
    this.settled.emit(
      clashes.reduce(
        (so, clash) => settle(so, clash, choices.get(clashKey(clash)) ?? 'mine', `b${newKey().slice(0, 12)}`),
        text,
      ),
    );
  }

  private nameOf(clash: Clash): string {
    if (clash.sort === 'head') return this.words.say(`documents.twoTexts.field.${clash.field}`);
    const block = clash.mine ?? clash.theirs;
    return this.words.say(`documents.blocks.${block?.kind ?? 'guidance'}`);
  }

  private sideOf(clash: Clash, side: 'mine' | 'theirs'): string {
    if (clash.sort === 'head') {
      if (clash.field === 'language') return this.words.say(`documents.languages.${clash[side]}`);
      return clash[side] === '' ? this.words.say('documents.twoTexts.nothing') : clash[side];
    }
    const block = clash[side];
    return block === null ? this.words.say('documents.twoTexts.removed') : this.spelledOut(block);
  }

  /** Everything the two sides may differ in, since the difference may be in a choice and not in the question. */
  private spelledOut(block: Block): string {
    const lines = [wordingOf(block)];
    if ('help' in block) lines.push(block.help);
    if ('choices' in block) lines.push(...block.choices.map(({ label }) => `– ${label}`));
    if (block.kind === 'scale') lines.push(`0 ${block.lowLabel}`, `10 ${block.highLabel}`);
    if ('notSure' in block && block.notSure) lines.push(this.words.say('documents.editor.notSure'));
    if ('optional' in block && block.optional) lines.push(this.words.say('documents.editor.optional'));
    return lines.filter((line) => line !== '').join('\n') || this.words.say('documents.twoTexts.nothing');
  }
}
