import { TestBed } from '@angular/core/testing';
import { Problem, SaveQueue } from '@common-ground/web/platform';
import { screen, waitFor, within } from '@testing-library/dom';
import type { FakeServer } from '../testing/fake-server';
import { follow, heading, here, opened, pick, press, settled, type } from '../testing/stage';
import { anAnswer, anOpenTask, BLOCKS, someFeedback } from '../testing/worlds';

const answered = [anAnswer('need', 'listen'), anAnswer('calm', 7, { visibility: 'not-yet' })];

const savedOf = (server: FakeServer, id: string) =>
  server.tasks[0]?.answers.find(({ promptId }) => promptId === id);

const OVER = { openUntilOn: '2026-11-20', may: { answer: false, send: false } };

/** Sent, and its last day went by. */
const openedOver = (): Promise<FakeServer> =>
  opened('/me/tasks/task-1', (world) => {
    world.tasks = [
      anOpenTask({ ...OVER, state: 'sent', sentAt: '2026-11-19T08:00:00.000Z', answers: answered }),
    ];
  });

async function choose(line: HTMLElement | undefined, label: string): Promise<void> {
  const radio = [...(line?.querySelectorAll('label') ?? [])]
    .find(({ textContent }) => textContent?.trim() === label)
    ?.querySelector('input');
  expect(radio).toBeTruthy();
  radio?.click();
  await settled();
}

describe('checking the answers', () => {
  it('shows each answer and who will see it', async () => {
    await opened('/me/tasks/task-1/check', (server) => {
      server.tasks = [anOpenTask({ state: 'begun', answers: answered })];
    });
    const [need, why, calm] = screen.getAllByRole('listitem');
    expect(need?.textContent).toContain('Listen to me');
    expect(need?.textContent).toContain('You and Dana Reyes');
    expect(why?.textContent).toContain('No answer');
    expect(calm?.textContent).toContain('7 out of 10');
    expect(calm?.textContent).toContain('Only you, for now');
  });

  it('leads to what was written where no answer is taken any more, and so does a question', async () => {
    for (const way of ['check', 'q/2']) {
      TestBed.resetTestingModule();
      await opened(`/me/tasks/task-1/${way}`, (server) => {
        server.tasks = [anOpenTask({ ...OVER, state: 'begun', answers: answered })];
      });
      await waitFor(() => expect(here()).toBe('/me/tasks/task-1'));
      expect(screen.getByText(/This was open until November 20, 2026/u)).toBeTruthy();
      expect(screen.getByText('Listen to me')).toBeTruthy();
      expect(screen.queryByRole('link', { name: /^Change your answer/u })).toBeNull();
      expect(screen.queryByRole('link', { name: 'Start' })).toBeNull();
    }
  });

  it('of what was sent and is over only who reads it can be changed, and not a word', async () => {
    const server = await openedOver();
    const [need] = screen.getAllByRole('listitem');
    for (const [label, visibility] of [
      ['My family, when I reveal it', 'family'],
      ['Only me for now', 'not-yet'],
      ['My family, when I reveal it', 'family'],
    ] as const) {
      await choose(need, label);
      await waitFor(() => expect(savedOf(server, 'need')).toMatchObject({ value: 'listen', visibility }));
    }
    expect(need?.querySelector('[aria-live]')?.textContent).toContain('Your family can see it only when');
  });

  it('says another reader only once the server has it, and says meanwhile that it is not saved', async () => {
    const server = await openedOver();
    server.refusals = [{ on: /^PUT/u, problem: new Problem(503, 'not-ready') }];
    const [need] = screen.getAllByRole('listitem');
    await choose(need, 'Only me for now');
    await waitFor(() => expect(server.refusals).toEqual([]));
    await settled();
    expect(screen.getByText(/Not saved – trying again/u)).toBeTruthy();
    expect(need?.textContent).toContain('Only you and Dana Reyes can see this.');
    expect(need?.textContent).not.toContain('Only you can see this for now.');
    TestBed.inject(SaveQueue).leave();
    await waitFor(() => expect(savedOf(server, 'need')?.visibility).toBe('not-yet'));
    await settled();
    expect(need?.textContent).toContain('Only you can see this for now.');
  });

  it.each([
    ['family', 'Only me for now', 'not-yet'],
    ['not-yet', 'My family, when I reveal it', 'not-yet'],
  ] as const)(
    'where another device said %s meanwhile and this one “%s”, fewer readers hold: %s',
    async (elsewhere, label, holds) => {
      const server = await openedOver();
      server.writtenElsewhere('task-1', 'need', { value: 'listen', visibility: elsewhere });
      await choose(screen.getAllByRole('listitem')[0], label);
      await waitFor(() => expect(savedOf(server, 'need')?.revision).toBe(3));
      await waitFor(() => expect(TestBed.inject(SaveQueue).hasUnsaved()).toBe(false));
      await settled();
      expect(savedOf(server, 'need')?.visibility).toBe(holds);
      expect(screen.getAllByRole('listitem')[0]?.textContent).toContain('Only you can see this for now.');
    },
  );

  it('of what is over and was not sent nobody else reads a word, and no line says otherwise', async () => {
    await opened('/me/tasks/task-1', (server) => {
      server.tasks = [anOpenTask({ ...OVER, state: 'begun', answers: answered })];
    });
    expect(screen.getByText(/It was not sent, so nobody else reads it/u)).toBeTruthy();
    expect(screen.queryByText(/You and Dana Reyes/u)).toBeNull();
  });

  it('says of words that came too late for what was sent only that these are not sent', async () => {
    const server = await opened('/me/tasks/task-1/q/2', (world) => {
      world.tasks = [anOpenTask({ state: 'sent', sentAt: '2026-11-19T08:00:00.000Z', answers: answered })];
    });
    server.refusals = [{ on: /^PUT/u, problem: new Problem(410, 'share-over') }];
    await type(/What would that look like/u, 'Somebody who stays with me');
    TestBed.inject(SaveQueue).leave();
    await waitFor(() => expect(heading()).toBe('This page is closed'));
    await settled();
    expect(screen.getByText(/What you sent is kept. These newer words can’t be sent/u)).toBeTruthy();
    expect(screen.getByText(/Somebody who stays with me/u)).toBeTruthy();
    expect(screen.queryByText(/Listen to me/u)).toBeNull();
  });

  it('reads what the therapist wrote about all of it above the answers', async () => {
    await opened('/me/tasks/task-1', (server) => {
      server.tasks = [
        anOpenTask({
          ...{ state: 'sent', sentAt: '2026-11-19T08:00:00.000Z', answers: answered },
          notes: [someFeedback('You took your time.')],
        }),
      ];
    });
    expect(screen.getByText('Dana Reyes wrote about all of it:')).toBeTruthy();
    expect(screen.getByText('You took your time.')).toBeTruthy();
    expect(screen.queryByText(/No notes yet/u)).toBeNull();
  });

  it('lets somebody change an answer and come back here', async () => {
    await opened('/me/tasks/task-1/check', (server) => {
      server.tasks = [anOpenTask({ state: 'begun', answers: answered })];
    });
    await follow('Change your answer to: What kind of support do you need?');
    expect(here()).toBe('/me/tasks/task-1/q/1?from=check');
    await pick('Help with something');
    await press('Save and go back to your answers');
    expect(here()).toBe('/me/tasks/task-1/check');
    expect(screen.getAllByRole('listitem')[0]?.textContent).toContain('Help with something');
  });

  it('never greys the button out: it names what is missing and leads to it', async () => {
    const server = await opened('/me/tasks/task-1/check', (world) => {
      world.tasks = [anOpenTask({ state: 'begun', answers: [anAnswer('need', 'listen')] })];
    });
    await press('Send to Dana Reyes');
    const summary = screen.getByRole('alert');
    expect(document.activeElement).toBe(summary);
    within(summary)
      .getByRole('link', { name: /Question 3 still needs an answer/u })
      .click();
    expect(document.activeElement?.getAttribute('id')).toBe('change-calm');
    expect(server.log.filter((line) => line.endsWith('/send'))).toEqual([]);
  });

  it('names the first open question and how many more, and lets somebody send what there is', async () => {
    const server = await opened('/me/tasks/task-1/check', (world) => {
      const task = anOpenTask({ state: 'begun', answers: [anAnswer('calm', 4)] });
      const blocks = BLOCKS.map((block) =>
        block.kind === 'long-answer' ? { ...block, optional: false } : block,
      );
      world.tasks = [{ ...task, content: { ...task.content, blocks } }];
    });
    expect(screen.queryByRole('button', { name: 'Send what there is' })).toBeNull();
    await press('Send to Dana Reyes');
    const lines = within(screen.getByRole('alert')).getAllByRole('link');
    expect(lines.map(({ textContent }) => textContent?.trim())).toEqual([
      'Question 1 still needs an answer: What kind of support do you need?',
      '1 more question is still open.',
    ]);
    expect(screen.getByRole('link', { name: 'Go on' }).getAttribute('href')).toBe('/me/tasks/task-1/q/1');
    expect(screen.getByRole('link', { name: 'Is it a lot right now?' })).toBeTruthy();
    expect(server.log.filter((line) => line.endsWith('/send'))).toEqual([]);
    await press('Send what there is');
    await waitFor(() => expect(here()).toBe('/me/tasks/task-1/sent'));
    expect(server.log.filter((line) => line.endsWith('/send'))).toHaveLength(1);
  });

  it('offers to send what there is only where there is something', async () => {
    await opened('/me/tasks/task-1/check', (world) => {
      world.tasks = [anOpenTask({ state: 'begun' })];
    });
    await press('Send to Dana Reyes');
    expect(screen.getByRole('link', { name: 'Go on' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Send what there is' })).toBeNull();
  });

  it.each([
    ['taken back, held or replaced', 410, 'share-revoked'],
    ['not open to its reader', 403, 'not-allowed'],
  ])(
    'of a page that was sent and is %s it does not say that it cannot be sent',
    async (_case, status, code) => {
      const server = await opened('/me/tasks/task-1/q/2', (world) => {
        world.tasks = [anOpenTask({ state: 'sent', sentAt: '2026-11-19T08:00:00.000Z', answers: answered })];
      });
      server.refusals = [{ on: /^PUT/u, problem: new Problem(status, code as 'share-revoked') }];
      await type(/What would that look like/u, 'Somebody who stays with me');
      TestBed.inject(SaveQueue).leave();
      await waitFor(() => expect(heading()).toBe('This page is closed'));
      await settled();
      const said = document.body.textContent ?? '';
      expect(said).toContain('Somebody who stays with me');
      expect(said).toMatch(/closed for now|no longer open to you/u);
      expect(said).not.toMatch(/can’t be sent|taken this page back/u);
    },
  );

  it('sends the last words before it sends the homework, and then says so on a page of its own', async () => {
    const server = await opened('/me/tasks/task-1/q/2', (world) => {
      world.tasks = [anOpenTask({ state: 'begun', answers: answered })];
    });
    await type(/What would that look like/u, 'last words');
    await press('Continue');
    await press('Continue');
    await press('Send to Dana Reyes');
    await waitFor(() => expect(here()).toBe('/me/tasks/task-1/sent'));
    expect(heading()).toBe('Thank you. It is sent.');
    expect(screen.getByText(/You sent 2 answers to/u)).toBeTruthy();
    expect(screen.getByText(/1 answer stays with you for now/u)).toBeTruthy();
    const [saveAt, sendAt] = ['PUT', 'POST'].map((method) =>
      server.log.findIndex((line) => line.startsWith(`${method} homework`)),
    );
    expect(saveAt).toBeGreaterThan(0);
    expect(sendAt).toBeGreaterThan(saveAt ?? Infinity);
  });

  it('sends nothing while words are not saved, and says so', async () => {
    const server = await opened('/me/tasks/task-1/q/2', (world) => {
      world.tasks = [anOpenTask({ state: 'begun', answers: answered })];
      world.refusals = [1, 2, 3].map(() => ({ on: /^PUT/u, problem: new Problem(0, 'offline') }));
    });
    await type(/What would that look like/u, 'last words');
    await press('Continue');
    await press('Continue');
    await press('Send to Dana Reyes');
    await waitFor(() => screen.getByText(/Your last words are not saved yet/u));
    expect(server.log.some((line) => line.endsWith('/send'))).toBe(false);
  });

  it('keeps everything when sending itself does not work, and can be tried again', async () => {
    await opened('/me/tasks/task-1/check', (server) => {
      server.tasks = [anOpenTask({ state: 'begun', answers: answered })];
      server.refusals = [{ on: /send$/u, problem: new Problem(500, 'unexpected', [], 'ref-9') }];
    });
    await press('Send to Dana Reyes');
    expect(screen.getByText(/Your answers are safe/u)).toBeTruthy();
    await press('Try again');
    await waitFor(() => expect(here()).toBe('/me/tasks/task-1/sent'));
  });
});

describe('the page of a piece of homework', () => {
  it('says why, how long and who sees the answers before the first question', async () => {
    await opened('/me/tasks/task-1', (server) => {
      server.tasks = [anOpenTask({ note: 'Take your time.', dueOn: '2999-01-01' })];
    });
    expect(heading()).toBe('What kind of support do you need right now?');
    for (const words of [
      /Naming what helps/u,
      /about 6 minutes/u,
      /Only you and Dana Reyes/u,
      /Take your time/u,
    ]) {
      expect(screen.getByText(words)).toBeTruthy();
    }
    expect(screen.getByText(/Ready when you are – Dana Reyes hopes for it by/u)).toBeTruthy();
    await follow('Start');
    expect(here()).toBe('/me/tasks/task-1/q/1');
  });

  it('shows what was sent, with what the therapist wrote to it', async () => {
    await opened('/me/tasks/task-1', (server) => {
      const [need, calm] = answered;
      const noted = need && { ...need, feedback: [someFeedback('Thank you for this.')] };
      const answers = [noted, calm].flatMap((answer) => (answer ? [answer] : []));
      server.tasks = [anOpenTask({ state: 'sent', sentAt: '2026-11-21T10:00:00Z', answers })];
    });
    expect(screen.getByText(/You sent this on/u)).toBeTruthy();
    const [first] = screen.getAllByRole('listitem');
    expect(first?.textContent).toContain('Dana Reyes wrote:');
    expect(first?.textContent).toContain('Thank you for this.');
  });
});
