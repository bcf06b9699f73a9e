import type { FamilyId } from '@common-ground/contract';
import type { Step, Words } from '@common-ground/web/platform';

/** The way back up from an hour: *Families / The Okafor family*. */
export function sessionTrail(words: Words, family: { readonly id: FamilyId; readonly name: string }): Step[] {
  return [
    { words: words.say('platform.frame.families'), link: '/app/families' },
    { words: family.name, link: `/app/families/${family.id}` },
  ];
}
