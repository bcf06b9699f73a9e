import type { AnswerId, Companion, MemberId, OpenedAnswer, OwnOffer } from '@common-ground/contract';
import { Problem } from '@common-ground/web/platform';
import { screen, within } from '@testing-library/dom';
import type { FakeServer } from '../testing/fake-server';
import { follow, heading, here, opened, pick, press, settled } from '../testing/stage';
import { anAnswer, anOpenTask } from '../testing/worlds';

const page = '/me/tasks/task-1/open';
const DANIEL = companion('Daniel', '8a6f9f1e-5d0c-4c1b-9d8e-0a4a9f6f2b11');
const THEO = companion('Theo', '1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f');
const OFF_SCREEN = { onScreen: false, shownAt: null };
const CALM = ': How calm was it at home?';

function companion(displayName: string, memberId: string): Companion {
  return { displayName, memberId: memberId as MemberId };
}

function mine(promptId: string, offer: OwnOffer['offer'] = null): OwnOffer {
  const answerId = `answer-${promptId}` as AnswerId;
  return { answerId, promptId, offer, may: { offer: true, close: offer !== null } };
}

function theirs(promptId: string, by: string, value: OpenedAnswer['value']): OpenedAnswer {
  return { answerId: `${by}-${promptId}` as AnswerId, promptId, by, value };
}

function sent(server: FakeServer): void {
  const answers = [
    anAnswer('need', 'listen', { visibility: 'family' }),
    anAnswer('calm', 3, { visibility: 'family' }),
  ];
  server.tasks = [anOpenTask({ state: 'sent', sentAt: '2026-11-21T18:05:00.000Z', answers })];
  server.offers = { companions: [DANIEL, THEO], answers: [mine('need'), mine('calm')] };
}

const standing = (): Element[] => [...document.querySelectorAll('.stands')];
const stands = (): string[] => standing().map(({ textContent }) => textContent.trim());

describe('whom an opened answer is open to', () => {
  const openToTheo = (server: FakeServer): void => {
    sent(server);
    const answers = [
      mine('need', { circle: [THEO], waits: false, isOpen: true, ...OFF_SCREEN }),
      mine('calm', { circle: [THEO, DANIEL], waits: true, isOpen: false, ...OFF_SCREEN }),
    ];
    server.offers = { companions: [DANIEL, THEO], answers };
  };

  it('is said by name in the list of answers', async () => {
    await opened('/me/tasks/task-1', openToTheo);
    expect(screen.getByText('You and Dana Reyes. Open to Theo')).toBeTruthy();
    expect(screen.getByText('You and Dana Reyes. Offered to Theo and Daniel')).toBeTruthy();
    expect(screen.queryByText(/when you reveal it/u)).toBeNull();
  });

  it('is not said any more once its author has written something else', async () => {
    await opened('/me/tasks/task-1/q/1', openToTheo);
    expect(screen.getByText(/It is open to Theo/u)).toBeTruthy();
    await pick('Help with something');
    expect(screen.queryByText(/It is open to Theo/u)).toBeNull();
  });

  it('stands at the question, with what new words do, until somebody closes it', async () => {
    await opened('/me/tasks/task-1/q/1', openToTheo);
    expect(screen.getByText(/It is open to Theo\. If you change your words, it closes\./u)).toBeTruthy();
    await pick('My therapist');
    expect(screen.getByText('Only you and Dana Reyes can see this.')).toBeTruthy();
  });

  it('stands in My privacy, and is not counted among what may be shown one day', async () => {
    await opened('/me/privacy', openToTheo);
    expect(screen.getByText('1 answer is open to Theo.')).toBeTruthy();
    expect(screen.getByText(/^1 answer is offered to Theo and Daniel\./u)).toBeTruthy();
    expect(screen.queryByText(/may be shown to your family/u)).toBeNull();
  });
});

describe('opening my answers', () => {
  it('says that the family reads nothing until something is opened', async () => {
    await opened(page, sent);
    expect(heading()).toBe('Open answers to each other');
    expect(stands()).toEqual(Array(2).fill('Your family cannot read this. Dana Reyes can.'));
    expect(screen.getByText('Nothing is open to you right now.')).toBeTruthy();
  });

  it('offers one answer to chosen people, waits for them without saying for whom, and closes it again', async () => {
    const server = await opened(page, sent);
    await press(`Open this answer${CALM}`);
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Daniel' }));
    await pick('Theo');
    await press('Open my answer');
    expect(server.log).toContain('POST answers/answer-calm/offer');
    expect(server.offers.answers[1]?.offer).toMatchObject({ circle: [THEO], waits: true });
    expect(stands()[1]).toBe('For Theo. It opens once each of them offers theirs to you.');
    expect(document.activeElement).toBe(standing()[1]);

    await press(`Close again${CALM}`);
    expect(server.offers.answers[1]?.offer).toBeNull();
    expect(stands()[1]).toContain('It is closed.');
    expect(document.activeElement).toBe(standing()[1]);
    expect(screen.getByText(/Closing does not make anybody forget/u)).toBeTruthy();
  });

  it('opens one now, by itself, and says what the others still need', async () => {
    const server = await opened(page, sent);
    await press(`Open this answer${CALM}`);
    await pick('Daniel');
    await pick('Now, by itself');
    await press('Open my answer');
    expect(server.offers.answers[1]?.offer).toMatchObject({ circle: [DANIEL], waits: false });
    expect(stands()[1]).toBe('Open to Daniel. Nobody reads it before they have sent their own page.');
  });

  it('asks for somebody before it opens anything', async () => {
    const server = await opened(page, sent);
    await press(`Open this answer${CALM}`);
    await press('Open my answer');
    expect(screen.getByRole('alert').textContent).toContain('Choose who may read it.');
    expect(server.log.filter((line) => line.startsWith('POST'))).toEqual([]);
  });

  it('says so when somebody can no longer be chosen', async () => {
    await opened(page, (server) => {
      sent(server);
      const fault = { path: 'memberIds', code: 'not-beside-you', message: 'Only those who got the same.' };
      server.refusals = [{ on: /^POST answers/u, problem: new Problem(422, 'invalid', [fault]) }];
    });
    await press(`Open this answer${CALM}`);
    await pick('Daniel');
    await press('Open my answer');
    expect(screen.getByRole('alert').textContent).toContain('This list has changed.');
  });

  it('lets one answer at a time be opened, and leaves it as it was', async () => {
    await opened(page, sent);
    await press(/^Open this answer: What kind/u);
    await press(`Open this answer${CALM}`);
    expect(screen.getAllByRole('button', { name: 'Open my answer' })).toHaveLength(1);
    await press('Leave it as it is');
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: `Open this answer${CALM}` }));
  });

  it('keeps what was chosen when it does not get through, and tries again', async () => {
    const server = await opened(page, sent);
    await press(`Open this answer${CALM}`);
    await pick('Daniel');
    server.refusals = [{ on: /^POST answers/u, problem: new Problem(0, 'offline') }];
    await press('Open my answer');
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(stands()[1]).toContain('Your family cannot read this.');
    await press('Try again');
    expect(stands()[1]).toContain('For Daniel.');
  });

  it('says when it is open on both sides, and begins changes with what is chosen', async () => {
    await opened(page, (server) => {
      sent(server);
      const offer = { circle: [DANIEL], waits: true, isOpen: true, ...OFF_SCREEN };
      server.offers = { ...server.offers, answers: [mine('calm', offer)] };
    });
    expect(stands()).toEqual([
      'Open to Daniel. They offered theirs to you, too. You read it as soon as it is open.',
    ]);
    await press(`Change who reads it${CALM}`);
    const chosen = screen.getAllByRole('checkbox', { checked: true }).map((box) => box.closest('label'));
    expect(chosen.map((label) => label?.textContent.trim())).toEqual(['Daniel']);
  });

  it('says how an answer can be opened while none is for the family', async () => {
    await opened(page, (server) => {
      sent(server);
      server.offers = { companions: [DANIEL], answers: [] };
    });
    expect(screen.getByText(/First mark an answer “My family, when I reveal it”/u)).toBeTruthy();
    await follow('Go to my answers');
    expect(here()).toBe('/me/tasks/task-1');
    expect(screen.getByRole('link', { name: `Change your answer to${CALM}` })).toBeTruthy();
  });

  it('says so when there is nobody to open to', async () => {
    await opened(page, (server) => {
      sent(server);
      server.offers = { ...server.offers, companions: [] };
    });
    expect(screen.getByText('There is nobody you can open this page to right now.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Open this answer/u })).toBeNull();
  });

  it('lets what is offered be closed when nobody can be chosen any more', async () => {
    const server = await opened(page, (world) => {
      sent(world);
      const offer = { circle: [DANIEL], waits: true, isOpen: false, ...OFF_SCREEN };
      world.offers = { companions: [], answers: [mine('calm', offer)] };
    });
    expect(screen.queryByRole('button', { name: /^Change who reads it/u })).toBeNull();
    await press(`Close again${CALM}`);
    expect(server.offers.answers[0]?.offer).toBeNull();
    expect(stands()[0]).toContain('It is closed.');
    expect(document.activeElement).toBe(standing()[0]);
    expect(screen.getByText('There is nobody you can open this page to right now.')).toBeTruthy();
  });

  it('is one step away from what was sent, and right after sending where something is for the family', async () => {
    await opened('/me/tasks/task-1/sent', sent);
    await follow('Open an answer to my family, or read theirs');
    expect(here()).toBe(page);
    await follow('Back to my page');
    await follow('Open an answer to my family, or read theirs');
    expect(here()).toBe(page);
  });

  it('is not spoken of right after sending where nothing is for the family', async () => {
    await opened('/me/tasks/task-1/sent', (server) => {
      sent(server);
      server.tasks = server.tasks.map((task) => ({ ...task, answers: [anAnswer('calm', 3)] }));
    });
    expect(heading()).toBe('Thank you. It is sent.');
    expect(screen.queryByRole('link', { name: /^Open an answer/u })).toBeNull();
  });

  it('leads back while nothing is sent', async () => {
    await opened(page, (server) => {
      server.tasks = [anOpenTask()];
    });
    expect(here()).toBe('/me/tasks/task-1');
  });

  it('says that the line is broken, and asks again', async () => {
    await opened(page, (server) => {
      sent(server);
      server.refusals = [{ on: /offers/u, problem: new Problem(0, 'offline') }];
    });
    await press('Try again');
    await settled();
    expect(stands()).toHaveLength(2);
  });
});

describe('what was opened to me', () => {
  const open = (server: FakeServer): void => {
    sent(server);
    server.opened = [
      theirs('need', 'Daniel', 'hands'),
      theirs('calm', 'Daniel', 3),
      theirs('calm', 'Theo', 9),
      theirs('why', 'Theo', 'A walk after dinner'),
    ];
  };

  it('stands beside my own, and says where we are close and where we are not', async () => {
    await opened(page, open);
    const told = within(screen.getByRole('heading', { name: 'Opened to me' }).parentElement as HTMLElement);
    expect(told.getByText('You and Daniel did not choose the same.')).toBeTruthy();
    expect(told.getByText('You and Daniel chose the same number.')).toBeTruthy();
    expect(told.getByText('Your number and the one from Theo are far apart.')).toBeTruthy();
  });

  it('shows words as they were written, without laying anything beside them', async () => {
    await opened(page, open);
    const words = screen.getByText('A walk after dinner').closest('li');
    expect(words?.textContent).toContain('Theo');
    expect(words?.querySelector('.beside')).toBeNull();
  });

  it('is asked for again when I open or close one', async () => {
    const server = await opened(page, sent);
    server.opened = [theirs('calm', 'Daniel', 4)];
    await press(`Open this answer${CALM}`);
    await pick('Daniel');
    await press('Open my answer');
    expect(screen.getByText('Your number and the one from Daniel are near.')).toBeTruthy();
  });

  it('comes by itself once the others open theirs, and is not read again before', async () => {
    const looks: (() => void)[] = [];
    const every = jest.spyOn(globalThis, 'setInterval').mockImplementation(((look: () => void) => {
      looks.push(look);
      return 0;
    }) as unknown as typeof setInterval);
    const waiting = { circle: [DANIEL], waits: true, isOpen: false, ...OFF_SCREEN };
    const server = await opened(page, (world) => {
      sent(world);
      world.offers = { ...world.offers, answers: [mine('calm', waiting)] };
    });
    every.mockRestore();
    const reads = (): number => server.log.filter((line) => line.endsWith('/opened')).length;
    const aWhileLater = async (): Promise<void> => {
      looks.forEach((look) => look());
      await settled();
    };
    await aWhileLater();
    expect([reads(), stands()[0]]).toEqual([
      1,
      'For Daniel. It opens once each of them offers theirs to you.',
    ]);

    server.offers = { ...server.offers, answers: [mine('calm', { ...waiting, isOpen: true })] };
    server.opened = [theirs('calm', 'Daniel', 4)];
    await aWhileLater();
    expect(screen.getByText('Your number and the one from Daniel are near.')).toBeTruthy();
    expect(stands()[0]).toBe(
      'Open to Daniel. They offered theirs to you, too. You read it as soon as it is open.',
    );
  });
});
