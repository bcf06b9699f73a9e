import { RATHER_NOT_SAY } from '@common-ground/contract';
import { Problem } from '@common-ground/web/platform';
import { screen, waitFor, within } from '@testing-library/dom';
import type { FakeServer } from '../testing/fake-server';
import { follow, go, heading, here, opened, pick, press, settled, type } from '../testing/stage';
import { anAnswer, anOpenTask } from '../testing/worlds';

const withTask = (server: FakeServer): void => {
  server.tasks = [anOpenTask()];
};
const saved = () => waitFor(() => screen.getByText(/^Saved /u), { timeout: 3_000 });

describe('one question a page', () => {
  it('asks with the question as heading, after what is read before it, and says how far one is', async () => {
    await opened('/me/tasks/task-1/q/1', withTask);
    expect(heading()).toBe('What kind of support do you need?');
    expect(screen.getByText('Question 1 of 3')).toBeTruthy();
    expect(screen.getByText('Think of one evening at home.')).toBeTruthy();
    expect(screen.getByRole('radiogroup', { name: 'What kind of support do you need?' })).toBeTruthy();
  });

  it('goes on with Continue, to a new heading that takes the focus, and back with Back', async () => {
    await opened('/me/tasks/task-1/q/1', withTask);
    await pick('Listen to me');
    await press('Continue');
    expect(here()).toBe('/me/tasks/task-1/q/2');
    expect(heading()).toBe('What would that look like? (optional)');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    await follow('Back');
    expect(here()).toBe('/me/tasks/task-1/q/1');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Listen to me' }).checked).toBe(true);
  });

  it.each([
    ['not sent', null, 'therapist', false],
    ['sent', '2026-11-21T10:00:00Z', 'therapist', true],
    ['sent, for the family', '2026-11-21T10:00:00Z', 'family', true],
    ['sent, and kept for oneself', '2026-11-21T10:00:00Z', 'not-yet', false],
  ] as const)(
    'says of a page that is %s whether what is typed is read at once',
    async (_case, sentAt, visibility, isLive) => {
      await opened('/me/tasks/task-1/q/2', (server) => {
        const answers = [anAnswer('why', 'Stay', { visibility })];
        server.tasks = [anOpenTask({ state: sentAt === null ? 'begun' : 'sent', sentAt, answers })];
      });
      expect(screen.queryByText(/Dana Reyes can read what you change here at once/u) !== null).toBe(isLive);
      expect(screen.queryAllByText(/can read it after you send/u).length === 0).toBe(sentAt !== null);
    },
  );

  it('leads from the last question to checking the answers', async () => {
    await opened('/me/tasks/task-1/q/3', withTask);
    await pick('10, very calm');
    await press('Continue');
    expect(here()).toBe('/me/tasks/task-1/check');
  });

  it('leads to where somebody goes on when no question is named', async () => {
    await opened('/me/tasks/task-1/q', (server) => {
      server.tasks = [anOpenTask({ state: 'begun', answers: [anAnswer('need', 'hands')] })];
    });
    expect(here()).toBe('/me/tasks/task-1/q/2');
  });

  it('says there is a problem only on Continue, moves the focus there, and links to the field', async () => {
    await opened('/me/tasks/task-1/q/3', withTask);
    expect(screen.queryByRole('alert')).toBeNull();
    await press('Continue');
    const summary = screen.getByRole('alert');
    expect(document.activeElement).toBe(summary);
    expect(screen.getByRole('radiogroup').getAttribute('aria-invalid')).toBe('true');
    within(summary)
      .getByRole('link', { name: /Pick a number from 0 to 10/u })
      .click();
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: '0, a storm' }));
    expect(here()).toBe('/me/tasks/task-1/q/3');
  });

  it('lets an optional question pass without a word', async () => {
    await opened('/me/tasks/task-1/q/2', withTask);
    await press('Continue');
    expect(here()).toBe('/me/tasks/task-1/q/3');
  });

  it('takes "I’d rather not say" for an answer to anything', async () => {
    const server = await opened('/me/tasks/task-1/q/3', withTask);
    await pick('I’d rather not say');
    await press('Continue');
    expect(here()).toBe('/me/tasks/task-1/check');
    await waitFor(() => expect(server.answerOf('task-1', 'calm')?.value).toBe(RATHER_NOT_SAY));
  });

  it('offers "I’m not sure" where the therapist does', async () => {
    await opened('/me/tasks/task-1/q/1', withTask);
    expect(screen.getByRole('radio', { name: 'I’m not sure' })).toBeTruthy();
  });

  it('keeps typed words while somebody would rather not say, and typing again takes that back', async () => {
    const server = await opened('/me/tasks/task-1/q/2', withTask);
    await type(/What would that look like/u, 'Sit with me');
    await pick('I’d rather not say');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Sit with me');
    await type(/What would that look like/u, 'Sit with me after dinner');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'I’d rather not say' }).checked).toBe(
      false,
    );
    await waitFor(() => expect(server.answerOf('task-1', 'why')?.value).toBe('Sit with me after dinner'));
  });
});

describe('saving an answer', () => {
  it('says Saving… while words are on their way and Saved with the time once the server has them', async () => {
    const server = await opened('/me/tasks/task-1/q/2', withTask);
    await type(/What would that look like/u, 'Sit with me');
    expect(screen.getByText('Saving…')).toBeTruthy();
    await saved();
    expect(server.answerOf('task-1', 'why')).toMatchObject({ value: 'Sit with me', revision: 1 });
  });

  it('says that words are not saved, keeps them, and tries again', async () => {
    const server = await opened('/me/tasks/task-1/q/2', (world) => {
      withTask(world);
      world.refusals = [{ on: /^PUT/u, problem: new Problem(500, 'unexpected') }];
    });
    await type(/What would that look like/u, 'Sit with me');
    await waitFor(() => screen.getByText('Not saved – trying again'));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Sit with me');
    await saved();
    expect(server.answerOf('task-1', 'why')?.value).toBe('Sit with me');
  });

  it('shows both texts when the same answer was written elsewhere, and keeps both if wanted', async () => {
    const server = await opened('/me/tasks/task-1/q/2', withTask);
    server.writtenElsewhere('task-1', 'why', { value: 'from the laptop', visibility: 'therapist' });
    await type(/What would that look like/u, 'from the phone');
    const choice = await waitFor(() => screen.getByRole('alert'));
    expect(within(choice).getByText('from the laptop')).toBeTruthy();
    expect(within(choice).getByText('from the phone')).toBeTruthy();
    await press('Keep both');
    await saved();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(server.answerOf('task-1', 'why')).toMatchObject({
      value: 'from the laptop\n\nfrom the phone',
      revision: 2,
    });
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('from the laptop\n\nfrom the phone');
  });

  it('leaves the words to their author when the homework is taken back while they write', async () => {
    const server = await opened('/me/tasks/task-1/q/2', withTask);
    server.refusals = [{ on: /^PUT/u, problem: new Problem(410, 'share-revoked') }];
    await type(/What would that look like/u, 'mine alone');
    await waitFor(() => screen.getByRole('heading', { level: 1, name: 'This page is closed' }));
    expect(screen.getByText(/mine alone/u)).toBeTruthy();
    await press('Delete it from this device');
    await press('Yes, delete my text');
    expect(screen.queryByText(/mine alone/u)).toBeNull();
  });

  it('hands the words back also to somebody who opens it after it was taken back', async () => {
    await opened('/me/tasks/task-1/q/2', (server) => {
      const details = { current: { answers: [anAnswer('why', 'what I wrote'), anAnswer('calm', 4)] } };
      server.refusals = [{ on: /task-1$/u, problem: new Problem(410, 'share-revoked', [], null, details) }];
    });
    expect(heading()).toBe('This page is closed');
    expect(screen.getByText(/what I wrote/u).textContent).toBe('what I wrote\n\n4 out of 10');
  });

  const offline = () => ({ on: /^PUT/u, problem: new Problem(0, 'offline') });

  it('hands back a first answer that never left, with its question, when it was taken back meanwhile', async () => {
    const server = await opened('/me/tasks/task-1/q/2', withTask);
    server.refusals = Array.from({ length: 20 }, offline);
    await type(/What would that look like/u, 'Sit with me');
    await go('/me/tasks/task-1/q/1');
    await pick('Help with something');
    await go('/me');
    const details = { current: { answers: [anAnswer('calm', 4), anAnswer('~length', 'short')] } };
    server.refusals = [
      { on: /GET homework\/task-1$/u, problem: new Problem(410, 'share-revoked', [], null, details) },
    ];
    await go('/me/tasks/task-1');
    expect(heading()).toBe('This page is closed');
    const text = screen.getByText(/Sit with me/u).textContent;
    expect(text).toContain('What would that look like?\nSit with me');
    expect(text).toContain('What kind of support do you need?\nHelp with something');
    expect(text).toContain('4 out of 10');
    expect(text).not.toMatch(/hands|short/u);
  });

  it('hands them back also to somebody to whom it does not exist any more', async () => {
    const server = await opened('/me/tasks/task-1/q/2', withTask);
    server.refusals = [offline()];
    await type(/What would that look like/u, 'Sit with me');
    await go('/me');
    server.tasks = [];
    await go('/me/tasks/task-1');
    expect(heading()).toBe('This page is closed');
    expect(screen.getByText(/This page is no longer open to you/u)).toBeTruthy();
    expect(screen.getByText(/Sit with me/u)).toBeTruthy();
  });

  it('tells of an answer without its question what its author said, and no name of a choice', async () => {
    const parts = { picked: ['b0123456789ab'], words: { feel: 'tired', when: 'we shout' } };
    const answers = [anAnswer('b1', parts), anAnswer('b2', ['x1', 'x2']), anAnswer('b3', 'bfedcba987654')];
    answers.push(anAnswer('b4', 'listen'), anAnswer('b5', 'Stay with me'));
    await opened('/me/tasks/task-1/q/2', (server) => {
      const problem = new Problem(410, 'share-revoked', [], null, { current: { answers } });
      server.refusals = [{ on: /task-1$/u, problem }];
    });
    const text = screen.getByText(/tired/u).textContent;
    expect(text).toContain('we shout');
    expect(text?.match(/You picked 1 choice here/gu)).toHaveLength(2);
    expect(text).toContain('You picked 2 choices here');
    expect(text).toMatch(/^You wrote or picked: “listen”. The question is on the page that is closed.$/mu);
    expect(text).toMatch(/^Stay with me$/mu);
    expect(text).not.toMatch(/x1|b0123|bfed|object/u);
  });

  it('shows words again that this browser still has to send', async () => {
    const server = await opened('/me/tasks/task-1/q/2', withTask);
    server.refusals = [{ on: /^PUT/u, problem: new Problem(0, 'offline') }];
    await type(/What would that look like/u, 'not sent yet');
    await follow('Back');
    await follow('Back');
    expect(here()).toBe('/me/tasks/task-1');
    await follow('Go on');
    expect(here()).toBe('/me/tasks/task-1/q/3');
    await follow('Back');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('not sent yet');
  });
});

describe('who can see an answer', () => {
  it('is said under every answer, and can be kept to oneself for now', async () => {
    const server = await opened('/me/tasks/task-1/q/1', withTask);
    expect(screen.getByText('Only you and Dana Reyes can see this.')).toBeTruthy();
    await pick('Listen to me');
    await pick('Only me for now');
    expect(screen.getByText('Only you can see this for now.')).toBeTruthy();
    await waitFor(() => expect(server.answerOf('task-1', 'need')?.visibility).toBe('not-yet'));
  });

  it('stands beside a word about who to turn to, above every box for free text', async () => {
    await opened('/me/tasks/task-1/q/2', withTask);
    expect(screen.getByRole('link', { name: 'Get help now' })).toBeTruthy();
  });
});

describe('homework that is not there', () => {
  it('says that one no longer has access and whom to ask', async () => {
    await opened('/me/tasks/somebody-elses/q/1', withTask);
    await settled();
    expect(screen.getByText('You no longer have access to this. Ask your therapist.')).toBeTruthy();
  });
});
