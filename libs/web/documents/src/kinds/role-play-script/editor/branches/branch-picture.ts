import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { RolePlayScriptContent } from '@common-ground/contract';
import type { ScriptPicture } from '@common-ground/rules/content';
import { WordsInTemplate } from '@common-ground/web/platform';
import { BOX, drawn } from './drawing';
import { BranchWords } from './branch-words';

/** The branches of a script, drawn from its turns. Each box leads to its turn. */
@Component({
  selector: 'cg-branch-picture',
  imports: [WordsInTemplate],
  templateUrl: './branch-picture.html',
  styleUrl: './branch-picture.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BranchPicture {
  private readonly told = inject(BranchWords);

  readonly picture = input.required<ScriptPicture>();
  readonly content = input.required<RolePlayScriptContent>();
  /** The id of the turn or ending that somebody wants to go to. */
  readonly chosen = output<string>();

  protected readonly box = BOX;
  protected readonly drawing = computed(() => {
    const picture = this.picture();
    return drawn(picture, (place) => ({
      heading: this.told.headingOf(place, this.content()),
      words: this.told.wordsOf(place),
      marks: this.told.marksOf(place),
      ways: place.ways.map((way) => ({
        ifThey: this.told.conditionOf(way),
        to: this.told.targetOf(way, picture),
      })),
    }));
  });
  /** A box is heard as one sentence. */
  protected readonly names = computed(() => {
    const picture = this.picture();
    return new Map(
      picture.places.map((place) => [
        place.id,
        [
          this.told.headingOf(place, this.content()),
          this.told.wordsOf(place),
          ...this.told.marksOf(place),
          ...place.ways.map((way) => `${this.told.conditionOf(way)} → ${this.told.targetOf(way, picture)}`),
        ]
          .map((one) => (/[.?!…]$/u.test(one) ? one : `${one}.`))
          .join(' '),
      ]),
    );
  });

  protected choose(event: Event, id: string): void {
    event.preventDefault();
    this.chosen.emit(id);
  }
}
