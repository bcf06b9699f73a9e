import { TestBed } from '@angular/core/testing';
import { Announcer, HalfWritten, Problem, SaveQueue, type WebProblemCode } from '@common-ground/web/platform';
import { screen, waitFor } from '@testing-library/dom';
import type { FakeServer } from '../testing/fake-server';
import { follow, go, heading, here, opened, press, settled, type } from '../testing/stage';
import { anOpenTask } from '../testing/worlds';

const WHY = /What would that look like/u;

/** Somebody wrote, and by then the page was taken back. */
async function leftBehind(code: WebProblemCode = 'share-revoked', status = 410): Promise<FakeServer> {
  const server = await opened('/me/tasks/task-1/q/2', (world) => {
    world.tasks = [anOpenTask({})];
  });
  server.refusals = Array.from({ length: 5 }, () => ({ on: /^PUT/u, problem: new Problem(status, code) }));
  await type(WHY, 'Somebody who stays with me');
  TestBed.inject(SaveQueue).leave();
  await waitFor(() => expect(TestBed.inject(SaveQueue).stuck()).toHaveLength(1));
  return server;
}

describe('words on a device that did not reach anyone', () => {
  it('are led to from home, with what was asked, and go when their author says so', async () => {
    await leftBehind();
    await go('/me');
    expect(screen.getByText(/A text on this device did not reach anyone/u)).toBeTruthy();
    await follow('See what it is');
    expect(here()).toBe('/left-words');
    expect(heading()).toBe('Words on this device that did not reach anyone');
    expect(screen.getByRole('heading', { level: 2 }).textContent).toContain('What would that look like');
    expect(screen.getByText('Somebody who stays with me')).toBeTruthy();
    expect(screen.getByText('The page for it is closed, so it can’t be saved.')).toBeTruthy();
    await press('Delete it from this device');
    expect(document.activeElement?.textContent?.trim()).toBe('Keep it');
    await press('Keep it');
    expect(document.activeElement?.textContent?.trim()).toBe('Delete it from this device');
    expect(screen.getByText('Somebody who stays with me')).toBeTruthy();
    await press('Delete it from this device');
    const say = jest.spyOn(TestBed.inject(Announcer), 'say');
    await press('Yes, delete my text');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    expect(say.mock.calls).toEqual([['Your text is deleted from this device.']]);
    expect(screen.queryByText(/Your text is deleted/u)).toBeNull();
    expect(screen.getByText('There are none. All you wrote here has arrived.')).toBeTruthy();
    expect(TestBed.inject(SaveQueue).hasUnsaved()).toBe(false);
    await go('/me');
    expect(screen.queryByText(/did not reach anyone/u)).toBeNull();
  });

  it('that their page can still take are no reason to call anybody, and lead back to it', async () => {
    await leftBehind('invalid', 422);
    await go('/me');
    expect(screen.queryByText(/did not reach anyone/u)).toBeNull();
    await go('/left-words');
    await follow('Go to the page');
    expect(here()).toBe('/me/tasks/task-1');
  });

  it('are copied as they were written', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void copied.push(text) },
      configurable: true,
    });
    await leftBehind();
    await go('/left-words');
    await press('Copy these words');
    expect(copied).toEqual(['Somebody who stays with me']);
    expect(screen.getByText('Copied. You can paste it where you like.')).toBeTruthy();
  });

  it('are also what was begun and not sent, until it is thrown away', async () => {
    await opened('/me', () => undefined);
    const half = TestBed.inject(HalfWritten);
    await half.keep('notes/answer-1', { text: 'A three is honest.', key: 'k-1', wasTried: false });
    await go('/left-words');
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('A note to an answer');
    expect(screen.getByText('A three is honest.')).toBeTruthy();
    expect(screen.queryByText(/k-1/u)).toBeNull();
    await press('Delete it from this device');
    await press('Yes, delete my text');
    await expect(half.begun()).resolves.toEqual([]);
    expect(screen.getByText('There are none. All you wrote here has arrived.')).toBeTruthy();
  });

  it('are also those on their way: nothing is said to have arrived that has not', async () => {
    const server = await opened('/me/tasks/task-1/q/2', (world) => {
      world.tasks = [anOpenTask({})];
    });
    server.refusals = [{ on: /^PUT/u, problem: new Problem(503, 'not-ready') }];
    await type(WHY, 'Somebody who stays with me');
    TestBed.inject(SaveQueue).leave();
    await waitFor(() => expect(server.refusals).toEqual([]));
    await go('/left-words');
    expect(screen.queryByText(/has arrived/u)).toBeNull();
    expect(screen.getByText('Somebody who stays with me')).toBeTruthy();
    expect(screen.getByText('It is on its way. It is saved as soon as you are connected.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Delete it from this device' })).toBeNull();
    TestBed.inject(SaveQueue).leave();
    await waitFor(() => expect(TestBed.inject(SaveQueue).hasUnsaved()).toBe(false));
    await settled();
    expect(screen.getByText('There are none. All you wrote here has arrived.')).toBeTruthy();
  });

  it('say what was begun without a word in it, and what a note is about', async () => {
    await opened('/me', () => undefined);
    const half = TestBed.inject(HalfWritten);
    await half.keep('half-said/doc-1/verdict', { verdict: 'approved', summary: '' });
    await half.keep('notes/piece/task-1', { text: 'You took your time.', key: 'k', wasTried: false });
    await go('/left-words');
    const about = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(about).toEqual(expect.arrayContaining(['A verdict on a document', 'A note to a whole piece']));
    expect(screen.queryByText(/has arrived/u)).toBeNull();
  });
});
