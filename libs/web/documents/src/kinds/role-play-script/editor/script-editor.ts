import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { LIMITS, type Document, type RolePlayScriptContent, type ScriptTurn } from '@common-ground/contract';
import {
  blankDebriefQuestion,
  blankEnding,
  blankRole,
  blankTurn,
  scriptPicture,
  type PicturePlace,
} from '@common-ground/rules/content';
import { Words, WordsInTemplate, loaded } from '@common-ground/web/platform';
import { DocumentsClient } from '../../../documents.client';
import { Desk, type Place } from '../../../writing/desk';
import { EntryField } from '../../../writing/entry-field';
import { EntryList } from '../../../writing/entry-list';
import { PartField } from '../../../writing/part-field';
import { TitleField } from '../../../writing/title-field';
import type { Beside } from '../../kinds';
import { BranchPicture } from './branches/branch-picture';
import { BranchWords } from './branches/branch-words';
import { TurnLine } from './branches/turn-line';
import { CastField } from './cast-field';
import { TurnEditor } from './turn-editor';
import { TurnViewChoice, rememberedTurnView } from './turn-view';

/**
 * A role-play script being written. After who come words; Enter in a line gives the other speaker. Its turns can be
 * seen all at once, one by one, in outline, and as a picture of their branches.
 */
@Component({
  selector: 'cg-script-editor',
  imports: [
    BranchPicture,
    CastField,
    EntryField,
    EntryList,
    NgTemplateOutlet,
    PartField,
    TitleField,
    WordsInTemplate,
    TurnEditor,
    TurnLine,
    TurnViewChoice,
  ],
  templateUrl: './script-editor.html',
  styleUrl: './script-editor.scss',
  host: { '(keydown)': 'stepKey($event)' },
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
  protected readonly told = inject(BranchWords);
  protected readonly chosenView = signal(rememberedTurnView());
  protected readonly view = computed(() => (this.desk.isSearched() ? 'all' : this.chosenView()));
  /** The turn to be seen where they are seen one by one; the first one where it is gone. */
  private readonly wanted = signal<string | null>(null);
  private readonly turnIds = this.desk.ids('turns');
  protected readonly current = computed(() => {
    const ids = this.turnIds();
    return ids.find((id) => id === this.wanted()) ?? ids[0] ?? null;
  });
  protected readonly place = computed(() => this.turnIds().indexOf(this.current() ?? '') + 1);
  protected readonly picture = computed(() => scriptPicture(this.content()));
  /** Where a drawing has no room, the words for it stand open. */
  protected readonly isNarrow =
    inject(DOCUMENT).defaultView?.matchMedia?.('(max-width: 45rem)').matches ?? false;
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

  constructor() {
    effect(() => {
      const place = this.desk.wanted();
      if (place !== null) untracked(() => this.bring(place));
    });
  }

  protected placeOf(id: string): PicturePlace | undefined {
    return this.picture().places.find((place) => place.id === id);
  }

  /** From the outline or the picture to where a turn or an ending is written. */
  protected open(id: string): void {
    if (this.turnIds().includes(id)) this.chosenView.set('one');
    this.follow(id);
  }

  protected follow(id: string): void {
    this.desk.wanted.set({ block: id, at: 'end' });
  }

  protected step(steps: number): void {
    const next = this.turnIds()[this.place() - 1 + steps];
    if (next !== undefined) this.follow(next);
  }

  /** Alt with Page Up and Page Down goes through the turns where one is seen at a time. */
  protected stepKey(event: KeyboardEvent): void {
    if (this.view() !== 'one' || !event.altKey || (event.key !== 'PageUp' && event.key !== 'PageDown'))
      return;
    event.preventDefault();
    this.step(event.key === 'PageUp' ? -1 : 1);
  }

  /** Wherever the cursor is sent, what it is sent to is on the page. */
  private bring({ block, choice, words }: Place): void {
    if (block === null || !this.turnIds().includes(block)) return;
    this.wanted.set(block);
    const isInField = choice !== undefined || words !== undefined;
    const isShown = this.chosenView() === 'all' || (this.chosenView() === 'outline' && !isInField);
    if (!isShown) this.chosenView.set('one');
  }

  protected limitOf(field: string): number {
    return field === 'name' || field === 'castAs' ? LIMITS.name : LIMITS.line;
  }

  private named(what: string, place: number): string {
    return this.words.say(`kinds.role-play-script.names.${what}`, { place });
  }
}
