import { TestBed } from '@angular/core/testing';
import { KeptCopies, Problem, Session } from '@common-ground/web/platform';
import { fireEvent, screen, within } from '@testing-library/dom';
import { follow, go, heading, here, opened, settled } from '../testing/stage';
import { anHourAhead, anOpenTask } from '../testing/worlds';

describe("a family member's first page", () => {
  it('says the one next thing in a sentence, with one button to start', async () => {
    await opened('/me', (server) => {
      server.tasks = [anOpenTask()];
    });
    expect(heading()).toBe('Hello, Rosa');
    const next = screen.getByRole('region', { name: /Next for you: “What kind of support/u });
    expect(within(next).getByText(/It takes about 6 minutes/u)).toBeTruthy();
    await follow('Start');
    expect(here()).toBe('/me/tasks/task-1');
  });

  it.each(['family-sessions', 'consent-requests', 'homework'])(
    'appears as a whole, however late %s come: nothing moves what is read already',
    async (late) => {
      let come: () => void = () => undefined;
      await opened('/me', (server) => {
        server.tasks = [anOpenTask()];
        server.held = { on: new RegExp(`GET .*${late}`, 'u'), until: new Promise((done) => (come = done)) };
      });
      expect(heading()).toBe('Hello, Rosa');
      expect(screen.queryByRole('heading', { level: 2 })).toBeNull();
      come();
      await settled();
      expect(screen.getByRole('link', { name: 'Start' })).toBeTruthy();
    },
  );

  it('shows the homework also where the hours do not come, and keeps it while they are asked for again', async () => {
    const server = await opened('/me', (prepared) => {
      prepared.tasks = [anOpenTask()];
      prepared.refusals = [{ on: /family-sessions/u, problem: new Problem(500, 'unexpected') }];
    });
    const hours = within(screen.getByRole('region', { name: 'You are asked to come' }));
    expect(screen.getByRole('link', { name: 'Start' })).toBeTruthy();
    server.held = { on: /family-sessions/u, until: new Promise(() => undefined) };
    fireEvent.click(hours.getByRole('button', { name: 'Try again' }));
    await settled();
    expect(screen.getByRole('link', { name: 'Start' })).toBeTruthy();
  });

  it('asks for what it shows before it is made, each time it is opened', async () => {
    const server = await opened('/me', () => undefined);
    const all = ['homework to keep', 'me/consent-requests', 'me/family-sessions to keep'];
    expect(server.ahead).toEqual(all);
    await go('/me/privacy');
    expect(server.ahead).toEqual(all);
    await go('/me');
    expect(server.ahead).toEqual([...all, ...all]);
  });

  it('says without a connection what was never opened here, and nothing of it with one', async () => {
    await opened('/me', (server) => {
      server.tasks = [
        anOpenTask({ state: 'begun' }),
        anOpenTask({ id: 'task-2', title: 'Grounding together' }),
      ];
    });
    const copies = [
      { path: 'homework/task-1', body: {} },
      { path: 'homework/task-2/answers/need', body: {} },
    ];
    jest.spyOn(TestBed.inject(KeptCopies), 'under').mockResolvedValue(copies);
    expect(screen.queryByText(/was not opened on this device yet/u)).toBeNull();
    TestBed.inject(Session).showsKept();
    await settled();
    const said = screen.getAllByText(/was not opened on this device yet/u);
    expect(said.map((line) => line.closest('li')?.textContent)).toEqual([
      expect.stringContaining('Grounding together'),
    ]);
  });

  it('leads straight back to the question where somebody stopped', async () => {
    await opened('/me', (server) => {
      server.tasks = [anOpenTask({ state: 'begun', answered: 1 })];
    });
    expect(screen.getByText('You have answered 1 of 3 questions.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Go on' }).getAttribute('href')).toBe('/me/tasks/task-1/q');
  });

  it('keeps other pieces and what was sent below, and says when there is a note', async () => {
    await opened('/me', (server) => {
      server.tasks = [
        anOpenTask({ state: 'begun' }),
        anOpenTask({ id: 'task-2', title: 'Grounding together' }),
        anOpenTask({
          id: 'task-3',
          title: 'One problem',
          state: 'sent',
          sentAt: '2026-11-20T08:00:00Z',
          feedback: 1,
        }),
      ];
    });
    const [other, sent] = screen.getAllByRole('listitem');
    expect(other?.textContent).toContain('Grounding together');
    expect(sent?.textContent).toContain('There is a note from Dana Reyes');
  });

  it('does not call all sent what is partly over unsent, and tells of a note on what was read', async () => {
    await opened('/me', (server) => {
      const over = { openUntilOn: '2026-11-20', may: { answer: false, send: false } };
      const sentAt = '2026-11-20T08:00:00Z';
      server.tasks = [
        anOpenTask({ ...over, state: 'begun', answered: 1, title: 'One evening' }),
        anOpenTask({ id: 'task-2', title: 'The plan', prompts: 0, state: 'sent', sentAt, feedback: 1 }),
      ];
    });
    expect(screen.queryByText(/Everything here has been sent/u)).toBeNull();
    expect(screen.getByText(/Nothing waits for you here/u)).toBeTruthy();
    const [over, read] = screen.getAllByRole('listitem');
    expect(over?.textContent).toContain('One evening');
    expect(read?.textContent).toContain('There is a note from Dana Reyes');
  });

  it('shows the one next thing with the first lines, and then, below them, every other', async () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      anOpenTask({ id: `task-${at}`, title: `Piece ${at}`, sharedAt: `2026-11-01T08:00:${at + 10}Z` }),
    );
    await opened('/me', (server) => {
      server.tasks = many;
    });
    const titles = (): string[] =>
      screen.getAllByRole('listitem').map((line) => within(line).getByRole('link').textContent ?? '');
    expect(screen.getByRole('link', { name: 'Start' })).toBeTruthy();
    const first = titles();
    expect(first.length).toBeLessThan(29);
    expect(screen.queryByRole('link', { name: 'Call 988' })).toBeNull();
    await screen.findByRole('link', { name: 'Call 988' }, { timeout: 20_000 });
    expect(titles()).toEqual(many.slice(1).map(({ title }) => title));
    expect(titles().slice(0, first.length)).toEqual(first);
  });

  it('has a quiet page when nothing was sent, and another when everything is done', async () => {
    await opened('/me', () => undefined);
    expect(screen.getByRole('heading', { name: 'Nothing to do right now' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Start' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Call 988' })).toBeTruthy();
  });

  it('does not say that there is nothing to do while an invitation waits for an answer', async () => {
    const server = await opened('/me', (prepared) => {
      prepared.hours = [anHourAhead()];
    });
    expect(screen.getByText('You have not answered yet.')).toBeTruthy();
    expect(screen.queryByText(/Nothing to do right now/u)).toBeNull();
    expect(screen.getByRole('heading', { name: 'No homework right now' })).toBeTruthy();

    server.tasks = [anOpenTask({ state: 'sent', sentAt: '2026-11-20T08:00:00Z' })];
    await go('/settings');
    await go('/me');
    expect(screen.queryByText(/You are done for now/u)).toBeNull();
    expect(screen.getByRole('heading', { name: 'Your homework is done for now' })).toBeTruthy();

    server.hours = [anHourAhead({ reply: 'coming' })];
    await go('/settings');
    await go('/me');
    expect(screen.getByRole('heading', { name: 'You are done for now' })).toBeTruthy();

    // Held long before its day: there is nothing left to say about it, and nobody is asked to come.
    const shown = anHourAhead({ hasEnded: true });
    server.hours = [{ ...shown, may: { ...shown.may, reply: false } }];
    await go('/settings');
    await go('/me');
    expect(screen.queryByText('You have not answered yet.')).toBeNull();
    expect(screen.getByRole('heading', { name: 'You are done for now' })).toBeTruthy();
  });
});
