import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import {
  LIMITS,
  type RolePlayScriptContent,
  type ScriptBranch,
  type ScriptTurn,
} from '@common-ground/contract';
import { blankBranch } from '@common-ground/rules/content';
import { Words, WordsInTemplate } from '@common-ground/web/platform';
import { Desk, freshId } from '../../../writing/desk';
import { EntryChoice, type Option } from '../../../writing/entry-choice';
import { EntryField } from '../../../writing/entry-field';
import { GrowingText } from '../../../writing/growing-text';
import { oneLine } from '../../../writing/one-line';

/** One turn of a script: who, the line, its softer and firmer form, and every way it can go on. */
@Component({
  selector: 'cg-turn-editor',
  imports: [EntryChoice, EntryField, GrowingText, WordsInTemplate],
  templateUrl: './turn-editor.html',
  styleUrls: ['../../../writing/part-fields.scss', './turn-editor.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TurnEditor {
  private readonly desk = inject(Desk);
  private readonly words = inject(Words);

  readonly id = input.required<string>();

  protected readonly limits = LIMITS;
  protected readonly more = ['cue', 'softer', 'firmer', 'why'];
  private readonly content = computed(() => this.desk.text().content as RolePlayScriptContent);
  protected readonly turn = computed(() => this.desk.entry('turns', this.id())() as ScriptTurn);
  protected readonly speakers = computed<readonly Option[]>(() => {
    const cast = this.content().roles.map(({ id, name, castAs }, index) => {
      const role = name || this.words.say('kinds.role-play-script.names.role', { place: index + 1 });
      const saidBy = castAs && this.words.say('kinds.role-play-script.saidBy', { name: castAs });
      return { value: id, words: saidBy ? `${role} (${saidBy})` : role };
    });
    return [{ value: '', words: this.words.say('kinds.role-play-script.nobodyYet') }, ...cast];
  });
  /** Everywhere a turn can lead, by the numbers that stand beside the turns. */
  protected readonly places = computed<readonly Option[]>(() => {
    const { turns, endings } = this.content();
    const said = (what: string, place: number, words: string): string =>
      [this.words.say(`kinds.role-play-script.names.${what}`, { place }), words.slice(0, 40)]
        .filter((one) => one !== '')
        .join(': ');
    return [
      ...turns.map(({ id, line }, index) => ({ value: id, words: said('turn', index + 1, line) })),
      ...endings.map(({ id, words }, index) => ({ value: id, words: said('ending', index + 1, words) })),
    ];
  });
  protected readonly waysOn = computed(() => [
    { value: '', words: this.words.say('kinds.role-play-script.nextInOrder') },
    ...this.places(),
  ]);

  protected tickCalm(ticked: Event): void {
    this.rewrite({ calmsDown: (ticked.target as HTMLInputElement).checked });
  }

  protected addBranch(): void {
    const branch = blankBranch(freshId());
    this.rewrite({ branches: [...this.turn().branches, branch] });
    this.desk.wanted.set({ block: this.id(), choice: branch.id, at: 'end' });
  }

  protected removeBranch({ id }: ScriptBranch): void {
    this.rewrite({ branches: this.turn().branches.filter((branch) => branch.id !== id) });
    this.desk.wanted.set({ block: this.id(), at: 'end' });
  }

  protected writeBranch(branch: ScriptBranch, typed: Event): void {
    this.putBranch({ ...branch, ifThey: oneLine((typed.target as HTMLTextAreaElement).value) }, branch.id);
  }

  protected lead(branch: ScriptBranch, chosen: Event): void {
    this.putBranch({ ...branch, goesTo: (chosen.target as HTMLSelectElement).value }, null);
  }

  private putBranch(to: ScriptBranch, field: string | null): void {
    const branches = this.turn().branches.map((branch) => (branch.id === to.id ? to : branch));
    this.rewrite({ branches }, field);
  }

  private rewrite(to: Partial<ScriptTurn>, field: string | null = null): void {
    this.desk.rewrite('turns', { ...this.turn(), ...to }, field);
  }
}
