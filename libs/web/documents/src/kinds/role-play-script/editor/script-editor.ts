import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { LIMITS, type Document, type RolePlayScriptContent, type ScriptTurn } from '@common-ground/contract';
import { blankDebriefQuestion, blankEnding, blankRole, blankTurn } from '@common-ground/rules/content';
import { TranslocoDirective, Words, loaded } from '@common-ground/web/platform';
import { DocumentsClient } from '../../../documents.client';
import { Desk } from '../../../writing/desk';
import { EntryField } from '../../../writing/entry-field';
import { EntryList } from '../../../writing/entry-list';
import { PartField } from '../../../writing/part-field';
import { TitleField } from '../../../writing/title-field';
import type { Beside } from '../../kinds';
import { CastField } from './cast-field';
import { TurnEditor } from './turn-editor';

/** A role-play script being written. After who come words; Enter in a line gives the other speaker. */
@Component({
  selector: 'cg-script-editor',
  imports: [CastField, EntryField, EntryList, PartField, TitleField, TranslocoDirective, TurnEditor],
  templateUrl: './script-editor.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScriptEditor {
  private readonly desk = inject(Desk);
  private readonly words = inject(Words);
  private readonly client = inject(DocumentsClient);

  readonly beside = input<Beside>(null);
  readonly family = input<Document['family']>(null);

  private readonly people = loaded(
    () => this.family()?.id,
    (id) => this.client.family(id),
  );
  /** Whom a role can be given to; null while the script is for no family. */
  protected readonly members = computed(() => this.people.value()?.members ?? null);
  protected readonly limits = LIMITS;
  protected readonly blankRole = blankRole;
  protected readonly blankEnding = blankEnding;
  protected readonly blankDebrief = blankDebriefQuestion;
  protected readonly roleFields = ['name', 'castAs', 'wants', 'feels', 'knows'];
  protected readonly content = computed(() => this.desk.text().content as RolePlayScriptContent);

  protected readonly roleName = (place: number): string => this.named('role', place);
  protected readonly turnName = (place: number): string => this.named('turn', place);
  protected readonly endingName = (place: number): string => this.named('ending', place);
  protected readonly debriefName = (place: number): string => this.named('debrief', place);

  /** The other speaker has the next turn: of two, the one who did not just speak; of several, the next in the cast. */
  protected readonly blankTurn = (id: string, after: string | null): ScriptTurn => {
    const { roles, turns } = this.content();
    const last = turns.find((turn) => turn.id === after)?.roleId ?? '';
    const at = roles.findIndex((role) => role.id === last);
    return blankTurn(id, roles[(at + 1) % Math.max(1, roles.length)]?.id ?? '');
  };

  protected limitOf(field: string): number {
    return field === 'name' || field === 'castAs' ? LIMITS.name : LIMITS.line;
  }

  private named(what: string, place: number): string {
    return this.words.say(`kinds.role-play-script.names.${what}`, { place });
  }
}
