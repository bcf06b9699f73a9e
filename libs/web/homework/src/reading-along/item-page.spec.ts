import type { Task } from '@common-ground/contract';
import { rulesOf } from '@common-ground/rules/content';
import { screen } from '@testing-library/dom';
import { follow, here, opened } from '../testing/stage';
import { anOpenTask } from '../testing/worlds';

const PLAN = {
  ...rulesOf('boundary-plan').blank('en'),
  limits: [{ id: 'l-1', words: 'No shouting after nine.' }],
};

function aPlan(may: Task['may']): Task {
  return {
    ...anOpenTask({
      ...{ prompts: 0, state: 'sent', sentAt: '2026-11-20T08:00:00.000Z' },
      openUntilOn: may.answer ? null : '2026-11-25',
    }),
    ...{ kind: 'boundary-plan', content: PLAN, may },
  };
}

describe('a plan that was shared to be read', () => {
  it('leads to writing about the days while it takes words', async () => {
    await opened('/me/items/task-1', (server) => {
      server.tasks = [aPlan({ answer: true, send: false })];
    });
    await follow('Write how it went');
    expect(here()).toBe('/me/items/task-1/days');
    expect(screen.getByText(/No one keeps a limit every day/u)).toBeTruthy();
  });

  it('asks for nothing once it is over, and leads to what was written', async () => {
    await opened('/me/items/task-1', (server) => {
      server.tasks = [aPlan({ answer: false, send: false })];
    });
    expect(screen.queryByRole('link', { name: 'Write how it went' })).toBeNull();
    await follow('Read what you wrote');
    expect(screen.getByText(/This plan takes no new words/u)).toBeTruthy();
    expect(screen.queryByText(/No one keeps a limit every day/u)).toBeNull();
  });
});
