import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import type { Language } from '@common-ground/contract';
import { Waiting, Words, loaded } from '@common-ground/web/platform';
import { LOOKED_AT } from './surroundings';

/** All that the pages of somebody's homework say, by the areas of the routes under `/me`. */
const AREAS = ['homework', 'privacy', 'kinds', 'days', 'prompts'];

/** The family's own pages, in their language, on a phone that takes no answer. */
@Component({
  selector: 'cg-as-they-have-it',
  imports: [RouterOutlet, Waiting],
  providers: [...LOOKED_AT],
  template: `
    @if (spoken.value()) {
      <router-outlet />
    } @else {
      <cg-waiting [on]="spoken" />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AsTheyHaveIt {
  private readonly words = inject(Words);

  readonly language = input.required<Language>();

  protected readonly spoken = loaded(
    () => this.language(),
    async (language) => {
      await this.words.speak(language, AREAS);
      return true;
    },
  );
}
