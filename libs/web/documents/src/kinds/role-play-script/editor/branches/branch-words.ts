import { Injectable, inject } from '@angular/core';
import type { RolePlayScriptContent } from '@common-ground/contract';
import type { PicturePlace, PictureWay, ScriptPicture } from '@common-ground/rules/content';
import { Words } from '@common-ground/web/platform';

const KEYS = 'kinds.role-play-script';

/** How the branches of a script are told: the same sentences in the picture and in the outline. */
@Injectable({ providedIn: 'root' })
export class BranchWords {
  private readonly words = inject(Words);

  /** "Turn 3", or "Ending 1". */
  nameOf({ sort, number }: PicturePlace): string {
    const what = sort === 'ending' ? 'ending' : 'turn';
    return this.words.say(`${KEYS}.names.${what}`, { place: number });
  }

  speakerOf({ roleId }: PicturePlace, { roles }: Pick<RolePlayScriptContent, 'roles'>): string {
    return roles.find(({ id }) => id === roleId)?.name ?? '';
  }

  /** Its name, and who speaks. */
  headingOf(place: PicturePlace, content: Pick<RolePlayScriptContent, 'roles'>): string {
    return [this.nameOf(place), this.speakerOf(place, content)].filter((one) => one !== '').join(' · ');
  }

  wordsOf(place: PicturePlace): string {
    return place.words || this.words.say(`${KEYS}.branching.noWords`);
  }

  marksOf(place: PicturePlace): string[] {
    return [
      ...(place.sort === 'calm-down' ? [this.words.say(`${KEYS}.branching.calmsDown`)] : []),
      ...(place.isAside ? [this.words.say(`${KEYS}.branching.aside`)] : []),
      ...(place.neverEnds ? [this.words.say(`${KEYS}.branching.neverEnds`)] : []),
    ];
  }

  /** What somebody does for the script to go this way. */
  conditionOf({ id, ifThey }: PictureWay): string {
    return this.words.say(`${KEYS}.branching.${id === '' ? 'goesOn' : 'ifThey'}`, {
      words: ifThey || this.words.say(`${KEYS}.fields.ifThey`),
    });
  }

  targetOf({ to }: PictureWay, { places }: ScriptPicture): string {
    const target = places.find(({ id }) => id === to);
    return target === undefined ? this.words.say(`${KEYS}.branching.nowhere`) : this.nameOf(target);
  }

  /** What is not right about the ways as a whole, or that all is. */
  summaryOf({ places }: ScriptPicture): string[] {
    const named = (code: string, which: (place: PicturePlace) => boolean): string[] => {
      const found = places.filter(which).map((place) => this.nameOf(place));
      return found.length === 0
        ? []
        : [this.words.say(`${KEYS}.branching.${code}`, { places: found.join(', ') })];
    };
    const lines = [
      ...named('asideAre', ({ isAside }) => isAside),
      ...named('nowhereFrom', ({ ways }) => ways.some(({ to }) => to === null)),
      ...named('neverEndFrom', ({ neverEnds }) => neverEnds),
    ];
    return lines.length > 0 || places.length === 0 ? lines : [this.words.say(`${KEYS}.branching.allWell`)];
  }
}
