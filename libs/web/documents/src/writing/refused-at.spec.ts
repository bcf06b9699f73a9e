import { blankRolePlayScript } from '@common-ground/rules/content';
import { refusedAt } from './refused-at';

const role = (id: string) => ({ id, name: '', castAs: '', wants: '', feels: '', knows: '' });
const text = { title: 'Talk', content: { ...blankRolePlayScript('en'), roles: [role('one'), role('two')] } };
const at = (...paths: string[]) =>
  refusedAt(
    paths.map((path) => ({ path, code: 'x', message: '' })),
    text,
  );

describe('what the server would not take', () => {
  it('is a field, an entry however deep the fault lies in it, or a whole list', () => {
    expect(at('title')).toEqual({ sort: 'field', field: 'title' });
    expect(at('content.scene')).toEqual({ sort: 'field', field: 'scene' });
    const entry = { sort: 'entry', list: 'roles', id: 'two' };
    expect(at('content.roles.1')).toEqual(entry);
    expect(at('content.roles.1.name.more')).toEqual(entry);
    expect(at('content.turns')).toEqual({ sort: 'list', list: 'turns' });
  });

  it('is nothing where the text has nothing of that name; the next fault may be found', () => {
    expect(at('content')).toBeNull();
    expect(at('revision', 'content.nothing.3')).toBeNull();
    expect(at('revision', 'content.goal')).toEqual({ sort: 'field', field: 'goal' });
    expect(at('content.roles.99.name')).toEqual({ sort: 'list', list: 'roles' });
  });
});
