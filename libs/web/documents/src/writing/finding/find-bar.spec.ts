import {
  blankBoundaryPlan,
  blankRolePlayScript,
  blankSupportPlan,
  blankTurn,
} from '@common-ground/rules/content';
import type { DocumentContent, DocumentKind } from '@common-ground/contract';
import { fireEvent, screen } from '@testing-library/dom';
import { key, opened, press, settled, type } from '../../testing/stage';
import { CONTENT, aDocument } from '../../testing/worlds';

const SCRIPT: DocumentContent = {
  ...blankRolePlayScript('en'),
  scene: 'Mañana in the kitchen.',
  turns: [
    { ...blankTurn('open'), line: 'Good morning.', softer: 'A quiet mañana to you.' },
    {
      ...blankTurn('next'),
      line: 'Hello.',
      branches: [{ id: 'later', ifThey: 'If they say manana', goesTo: '' }],
    },
  ],
};

async function writing(kind: DocumentKind, content: DocumentContent): Promise<void> {
  await opened('/app/docs/doc-1', (server) => {
    server.document = aDocument({ kind, title: 'Evenings', content });
  });
}

const said = () =>
  screen.getByRole('search').querySelector('[role=status]')?.textContent?.replaceAll(/\s+/gu, ' ');
const cursor = () => {
  const { id, value, selectionStart, selectionEnd } = document.activeElement as HTMLTextAreaElement;
  return [id, value.slice(selectionStart, selectionEnd)];
};

describe('finding words in a document', () => {
  it('counts them in the order of the page, folded parts too, and goes on from the last to the first', async () => {
    await writing('role-play-script', SCRIPT);
    await press('Find');
    await type('Find', 'manana');
    expect(said()).toContain('1 of 3 The scene: Mañana in the kitchen.');
    await press('The next one');
    expect(said()).toContain('2 of 3 Turn 1, Softer: A quiet mañana to you.');
    await press('The next one');
    expect(said()).toContain('3 of 3 Turn 2, If they …: If they say manana');
    await press('The next one');
    expect(said()).toContain('1 of 3');
    await press('The one before');
    expect(said()).toContain('3 of 3');
  });

  it('leaves the cursor where one types until Escape puts it on what was found', async () => {
    await writing('role-play-script', SCRIPT);
    await key('F', { altKey: true, shiftKey: true, code: 'KeyF' });
    await type('Find', 'manana');
    await key('Enter');
    expect(document.activeElement?.id).toBe('find-words');
    const softer = document.getElementById('f-open-softer');
    expect(softer?.closest('details')?.open).toBe(true);
    await key('Escape');
    expect(cursor()).toEqual(['f-open-softer', 'mañana']);
    expect(screen.queryByRole('search')).toBeNull();
  });

  it('shows the whole script while somebody looks, and then the turn it is in', async () => {
    await writing('role-play-script', SCRIPT);
    await press('Outline');
    await press('Find');
    await type('Find', 'hello');
    expect(said()).toContain('1 of 1 Turn 2, Words: Hello.');
    await press('Go to it');
    expect(cursor()).toEqual(['f-next', 'Hello']);
    expect(screen.getByText('Turn 2 of 2')).toBeTruthy();
  });

  it('keeps the browser’s own search, and looks for what is marked', async () => {
    await writing('role-play-script', SCRIPT);
    const scene = document.getElementById('f-scene') as HTMLTextAreaElement;
    scene.focus();
    expect(fireEvent.keyDown(scene, { key: 'f', code: 'KeyF', ctrlKey: true })).toBe(true);
    scene.setSelectionRange(14, 21);
    await key('F', { altKey: true, shiftKey: true, code: 'KeyF' });
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Find' }).value).toBe('kitchen');
    expect(said()).toContain('1 of 1');
  });

  it('looks anew when the text changes', async () => {
    await writing('role-play-script', SCRIPT);
    await press('Find');
    await type('Find', 'manana');
    await type('The scene', 'In the kitchen.');
    expect(said()).toContain('of 2');
    await type('Find', 'nowhere');
    expect(said()).toContain('These words are not in this document.');
  });

  it.each<[DocumentKind, DocumentContent, string, string]>([
    ['worksheet', CONTENT, 'walk', 'f-which-walk'],
    ['worksheet', CONTENT, 'talk about', 'f-why'],
    ['worksheet', CONTENT, 'evenings', 'f-title'],
    [
      'boundary-plan',
      { ...blankBoundaryPlan('en'), steps: [{ id: 'one', words: 'I leave the room.' }] },
      'the room',
      'f-one',
    ],
    [
      'support-plan',
      {
        ...blankSupportPlan('en'),
        signs: [{ id: 'sleep', sign: 'Less sleep', helps: 'A short walk' }],
      },
      'short',
      'f-sleep-helps',
    ],
  ])('goes to the place in a %s', async (kind, content, wanted, place) => {
    await writing(kind, content);
    await press('Find');
    await type('Find', wanted);
    await key('Escape');
    await settled();
    expect(cursor()[0]).toBe(place);
  });
});
