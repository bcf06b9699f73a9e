import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { RolePlayScriptContent } from '@common-ground/contract';
import { itemCodes } from '@common-ground/rules/content';
import { WordsInTemplate } from '@common-ground/web/platform';
import { ItemCode } from '../../item-code';
import { FoldedPart } from '../../folded-part';
import type { Beside } from '../../kinds';

/** A script as a sheet of paper, turn by turn; its branches are a list that leads to their turns. */
@Component({
  selector: 'cg-script-paper',
  imports: [FoldedPart, ItemCode, NgTemplateOutlet, WordsInTemplate],
  templateUrl: './script-paper.html',
  styleUrl: '../../paper.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScriptPaper {
  readonly content = input.required<RolePlayScriptContent>();
  /** What stands below a part, for instance the threads about it. */
  readonly beside = input<Beside>(null);

  protected readonly codes = computed(() => itemCodes('role-play-script', this.content()));
  protected readonly head = computed(() => {
    const { scene, goal } = this.content();
    return written({ scene, goal });
  });
  protected readonly rules = computed(() => {
    const { pauseWord, optOut } = this.content();
    return written({ pauseWord, optOut });
  });
  protected readonly turns = computed(() => {
    const { roles, turns, endings } = this.content();
    const place = (id: string): { what: string; place: number; id: string } | null => {
      const turn = turns.findIndex((one) => one.id === id);
      if (turn >= 0) return { what: 'turn', place: turn + 1, id };
      const ending = endings.findIndex((one) => one.id === id);
      return ending < 0 ? null : { what: 'ending', place: ending + 1, id };
    };
    return turns.map((turn) => ({
      turn,
      speaker: roles.find(({ id }) => id === turn.roleId),
      goesTo: place(turn.goesTo),
      branches: turn.branches.map(({ id, ifThey, goesTo }) => ({ id, ifThey, to: place(goesTo) })),
    }));
  });

  protected goTo(click: Event, id: string): void {
    click.preventDefault();
    const target = (click.target as HTMLElement).ownerDocument.getElementById(`block-${id}`);
    target?.scrollIntoView({ block: 'start' });
    target?.focus();
  }
}

function written(fields: Readonly<Record<string, string>>): { id: string; words: string }[] {
  return Object.entries(fields).flatMap(([id, words]) => (words === '' ? [] : [{ id, words }]));
}
