import type { RolePlayScriptContent } from '@common-ground/contract';
import { blankRolePlayScript, blankTurn } from '@common-ground/rules/content';
import { TestBed } from '@angular/core/testing';
import { screen, within } from '@testing-library/dom';
import type { FakeServer } from '../../../testing/fake-server';
import { key, opened, press, settled, type } from '../../../testing/stage';
import { aDocument } from '../../../testing/worlds';

const AT = '/app/docs/doc-1';
const CONTENT: RolePlayScriptContent = {
  ...blankRolePlayScript('en'),
  roles: [
    { id: 'me', name: 'Asker', castAs: '', wants: '', feels: '', knows: '' },
    { id: 'other', name: 'Answerer', castAs: '', wants: '', feels: '', knows: '' },
  ],
  turns: [
    {
      ...blankTurn('open', 'me'),
      line: 'Is now a good time?',
      branches: [{ id: 'no', ifThey: 'If they say no', goesTo: 'calm' }],
    },
    { ...blankTurn('yes', 'other'), line: 'Yes.', goesTo: 'end' },
    { ...blankTurn('calm', 'me'), line: 'Let us breathe.', calmsDown: true, goesTo: 'open' },
    { ...blankTurn('aside', 'other'), line: 'Hello?', goesTo: 'gone' },
  ],
  endings: [{ id: 'end', words: 'You asked.' }],
};

async function writing(): Promise<FakeServer> {
  return opened(AT, (server) => {
    server.document = aDocument({ kind: 'role-play-script', content: CONTENT });
  });
}

/** Choosing another one takes the page as it is on this device. */
async function shown(view: string): Promise<void> {
  await press(view);
  expect(screen.getByRole('button', { name: view }).getAttribute('aria-pressed')).toBe('true');
}

const lines = () => screen.getAllByRole<HTMLTextAreaElement>('textbox', { name: 'Words' });
const cursorIn = () => (document.activeElement as HTMLTextAreaElement).value;

describe('the turns of a script being written', () => {
  it('are gone through one at a time, with buttons and with keys', async () => {
    await writing();
    await shown('One at a time');
    expect(lines().map(({ value }) => value)).toEqual(['Is now a good time?']);
    await press('The turn after');
    expect(screen.getByText('Turn 2 of 4')).toBeTruthy();
    expect(cursorIn()).toBe('Yes.');
    await key('PageDown', { altKey: true });
    expect(cursorIn()).toBe('Let us breathe.');
    await key('PageUp', { altKey: true });
    await press('The turn before');
    await press('The turn before');
    expect(screen.getByText('Turn 1 of 4')).toBeTruthy();
  });

  it('go on with Enter one at a time as well: the other speaker has the next', async () => {
    await writing();
    await shown('One at a time');
    lines()[0]?.focus();
    await key('Enter');
    expect(screen.getByText('Turn 2 of 5')).toBeTruthy();
    await type('Words', 'Of course.');
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Who speaks' }).value).toBe('other');
  });

  it('stand in the outline with their ways, which lead to where each is written', async () => {
    await writing();
    await shown('Outline');
    expect(screen.queryByRole('textbox', { name: 'Words' })).toBeNull();
    expect(screen.getByText('Nobody comes to: Turn 4.')).toBeTruthy();
    expect(screen.getByText('A way leads nowhere from: Turn 4.')).toBeTruthy();
    await press('Turn 3');
    expect(document.activeElement?.textContent).toContain('Let us breathe.');
    await press(/Let us breathe/u);
    expect([cursorIn(), lines().length]).toEqual(['Let us breathe.', 1]);
  });

  it('move in the outline, and undo keeps the outline open', async () => {
    await writing();
    await shown('Outline');
    screen.getByRole('button', { name: /Yes\./u }).focus();
    await key('ArrowUp', { altKey: true, shiftKey: true });
    const first = () => screen.getAllByRole('button', { name: /good time|Yes\./u })[0]?.textContent;
    expect(first()).toContain('Yes.');
    expect(document.activeElement?.textContent).toContain('Yes.');
    await press('Undo');
    expect(first()).toContain('good time');
  });

  it('are drawn with every way in words, and a box leads to its turn', async () => {
    await writing();
    await shown('Picture');
    const picture = screen.getByRole('group', { name: 'Picture of the branches' });
    const boxes = within(picture).getAllByRole('link');
    expect(boxes.map((box) => box.getAttribute('aria-label'))).toEqual([
      'Turn 1 · Asker. Is now a good time? Then → Turn 2. If they say no → Turn 3.',
      'Turn 2 · Answerer. Yes. Then → Ending 1.',
      'Turn 3 · Asker. Let us breathe. The turn to calm down. Then → Turn 1.',
      'Turn 4 · Answerer. Hello? Nobody comes here. No ending comes after this. Then → nowhere.',
      'Ending 1. You asked.',
    ]);
    boxes[2]?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    await settled();
    expect([cursorIn(), screen.getByText('Turn 3 of 4')]).toEqual(['Let us breathe.', expect.anything()]);
  });

  it('says the same in words below the picture', async () => {
    await writing();
    await shown('Picture');
    const inWords = screen.getByText('The same in words').closest('details');
    const said = within(inWords as HTMLElement)
      .getAllByRole('listitem', { hidden: true })
      .map(({ textContent }) => textContent?.replaceAll(/\s+/gu, ' ').trim());
    expect(said).toContain('If they say no → Turn 3');
    expect(said.some((line) => line?.includes('Nobody comes here.'))).toBe(true);
  });

  it('are shown on this device as they were last', async () => {
    await writing();
    await shown('Outline');
    expect(localStorage.getItem('cg.turn-view')).toBe('outline');
    TestBed.resetTestingModule();
    const cleared = jest.spyOn(Storage.prototype, 'clear').mockImplementation(() => undefined);
    await writing();
    cleared.mockRestore();
    expect(screen.getByRole('button', { name: 'Outline' }).getAttribute('aria-pressed')).toBe('true');
  });
});
