import type { MemberId, RolePlayScriptContent } from '@common-ground/contract';
import { rulesOf } from '../kinds';
import { blankRolePlayScript } from './blank';

const [ROSA, DAVID] = ['rosa', 'david'] as MemberId[];
/** A script with a role for each; whoever plays nobody's is left out. */
const played = (...by: readonly (readonly [string, MemberId | undefined])[]): RolePlayScriptContent => ({
  ...blankRolePlayScript('en'),
  roles: by.map(([castAs, castTo], at) => ({
    ...{ id: `role-${at}`, name: `Role ${at}`, castAs, wants: '', feels: '', knows: '' },
    ...(castTo !== undefined && { castTo }),
  })),
});
const told = (before: RolePlayScriptContent, after: RolePlayScriptContent) =>
  rulesOf('role-play-script')
    .changes({ title: '', content: before }, { title: '', content: after })
    .filter(({ sort }) => sort === 'audience')
    .map(({ from, to }) => [from, to]);

describe('who plays in a script', () => {
  it.each<[string, RolePlayScriptContent, RolePlayScriptContent, unknown[]]>([
    [
      'names whoever came',
      played(['Rosa', ROSA], ['', undefined]),
      played(['Rosa', ROSA], ['David', DAVID]),
      [[null, 'David']],
    ],
    [
      'names whoever went',
      played(['Rosa', ROSA], ['David', DAVID]),
      played(['Rosa', ROSA], ['', undefined]),
      [['David', null]],
    ],
    ['names both', played(['Rosa', ROSA]), played(['David', DAVID]), [['Rosa', 'David']]],
    [
      'calls somebody without a name by their role',
      played(['', undefined]),
      played(['', ROSA]),
      [[null, 'Role 0']],
    ],
    [
      'says nothing where the same people changed roles',
      played(['Rosa', ROSA], ['David', DAVID]),
      played(['David', DAVID], ['Rosa', ROSA]),
      [],
    ],
    [
      'nor of a part that is nobody’s',
      played(['A neighbour', undefined]),
      played(['Anybody', undefined]),
      [],
    ],
  ])('%s', (_sentence, before, after, lines) => {
    expect(told(before, after)).toEqual(lines);
  });
});
