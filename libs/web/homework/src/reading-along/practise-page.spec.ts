import type { RolePlayScriptContent } from '@common-ground/contract';
import { blankRolePlayScript, blankTurn } from '@common-ground/rules/content';
import { TestBed } from '@angular/core/testing';
import { fireEvent } from '@testing-library/dom';
import type { FakeServer } from '../testing/fake-server';
import { opened, press, settled } from '../testing/stage';
import { anOpenTask } from '../testing/worlds';

const CONTENT: RolePlayScriptContent = {
  ...blankRolePlayScript('en'),
  scene: 'Sunday, in the kitchen.',
  pauseWord: 'Anchor',
  optOut: 'Anybody may stop.',
  roles: [
    { id: 'me', name: 'The one who asks', castAs: 'Maya', wants: '', feels: '', knows: '' },
    { id: 'other', name: 'The one who answers', castAs: 'Rosa', wants: '', feels: '', knows: '' },
  ],
  turns: [
    {
      ...blankTurn('open', 'me'),
      line: 'Is now a good time?',
      softer: 'Could we talk?',
      firmer: 'I need to talk.',
      branches: [{ id: 'no', ifThey: 'If they say no', goesTo: 'calm' }],
    },
    { ...blankTurn('yes', 'other'), line: 'Yes.', goesTo: 'end' },
    { ...blankTurn('calm', 'me'), line: 'Let us breathe.', calmsDown: true, goesTo: 'open' },
  ],
  endings: [{ id: 'end', words: 'You asked.' }],
  debrief: [{ id: 'well', words: 'What went well?' }],
};

async function rehearsing(): Promise<FakeServer> {
  const server = await opened('/me/items/task-1/practise', (it) => {
    it.tasks = [anOpenTask({ kind: 'role-play-script', content: CONTENT })];
  });
  await press('Begin');
  return server;
}

const page = () => document.body.textContent?.replaceAll(/\s+/gu, ' ') ?? '';

describe('rehearsing a script', () => {
  it('begins with the scene, the word to pause, the way out and how to use one phone', async () => {
    await opened('/me/items/task-1/practise', (it) => {
      it.tasks = [anOpenTask({ kind: 'role-play-script', content: CONTENT })];
    });
    for (const words of ['Sunday, in the kitchen.', 'Anchor', 'Anybody may stop.', 'pass the phone'])
      expect(page()).toContain(words);
  });

  it('shows one line at a time and whose turn it is, by button and by key', async () => {
    await rehearsing();
    expect(page()).toContain('Maya, as The one who asks');
    expect(page()).toContain('Is now a good time?');
    expect(page()).not.toContain('Yes.');
    fireEvent.keyDown(document.activeElement ?? document.body, { key: ' ' });
    await settled();
    expect(page()).toContain('Rosa, as The one who answers');
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowLeft' });
    await settled();
    expect(page()).toContain('Is now a good time?');
  });

  it('says the line softer or firmer, and swaps the roles', async () => {
    await rehearsing();
    await press('Softer');
    expect(page()).toContain('Could we talk?');
    await press('Firmer');
    expect(page()).toContain('I need to talk.');
    await press('Swap roles');
    expect(page()).toContain('Rosa, as The one who asks');
    expect(page()).toContain('The roles are swapped.');
  });

  it('pauses for a breath, goes on or to the turn that calms down', async () => {
    await rehearsing();
    await press('Pause and breathe');
    expect(page()).toContain('Breathe out slowly');
    await press('Go on');
    expect(page()).toContain('Is now a good time?');
    await press('Pause and breathe');
    await press('Go to the turn to calm down');
    expect(page()).toContain('Let us breathe.');
  });

  it('stops without blame, and talks about it afterwards', async () => {
    await rehearsing();
    await press('Stop here');
    expect(page()).toContain('You stopped, and that is fine');
    expect(page()).toContain('What went well?');
    await press('Practise again');
    await press('Next');
    await press('Next');
    expect(page()).toContain('You asked.');
    expect(page()).toContain('What went well?');
  });

  it('asks the server nothing once it is open, so it goes on without a connection', async () => {
    const server = await rehearsing();
    const asked = server.log.length;
    await press('If they say no');
    await press('Next');
    await press('Next');
    await press('Next');
    expect(page()).toContain('You asked.');
    expect(server.log.slice(asked)).toEqual([]);
  });

  it('keeps the screen awake, again after somebody looked elsewhere, and lets it go at the end', async () => {
    let held = 0;
    const request = jest.fn(async () => {
      held += 1;
      return { release: async () => void (held -= 1) };
    });
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
    try {
      await rehearsing();
      expect([request.mock.calls.length, held]).toEqual([1, 1]);
      // The browser lets go by itself when the page is not seen.
      held = 0;
      document.dispatchEvent(new Event('visibilitychange'));
      await settled();
      expect([request.mock.calls.length, held]).toEqual([2, 1]);
      TestBed.resetTestingModule();
      await new Promise((resolve) => setTimeout(resolve));
      expect(held).toBe(0);
      document.dispatchEvent(new Event('visibilitychange'));
      expect(request.mock.calls.length).toBe(2);
    } finally {
      Reflect.deleteProperty(navigator, 'wakeLock');
    }
  });
});
