import { TestBed } from '@angular/core/testing';
import type { Answer, Prompt } from '@common-ground/contract';
import { SaveQueue } from '@common-ground/web/platform';
import { fireEvent, screen, waitFor } from '@testing-library/dom';
import { here, opened, press, settled } from '../testing/stage';
import { anAnswer, anOpenTask } from '../testing/worlds';

const asked = { id: 'p', question: 'How was it?', help: '', optional: false };
const choices = [
  { id: 'walk', label: 'A walk', group: 'Outside' },
  { id: 'tea', label: 'Tea', group: 'Inside' },
];

const withPrompt = (prompt: Prompt, ...answers: Answer[]) =>
  opened('/me/tasks/task-1/q/1', (server) => {
    const task = anOpenTask();
    server.tasks = [{ ...task, content: { ...task.content, blocks: [prompt] }, answers }];
  });
const field = (name: string): HTMLInputElement => screen.getByLabelText(name);

describe('a question of several things', () => {
  it('keeps what is written in two fields before the page is drawn again', async () => {
    await withPrompt({ kind: 'i-statement', ...asked });
    fireEvent.input(field('I feel'), { target: { value: 'tired' } });
    fireEvent.input(field('I would like'), { target: { value: 'a rest' } });
    await settled();
    expect(screen.getByText('Your sentence so far').parentElement?.textContent).toMatch(
      /I feel\s+tired\s+I would like\s+a rest/u,
    );
  });

  it('keeps a feeling that is picked while a word of one’s own is written', async () => {
    await withPrompt({ kind: 'feelings', ...asked, choices });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Tea' }));
    fireEvent.input(field('In my own words:'), { target: { value: 'heavy' } });
    await settled();
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Tea' }).checked).toBe(true);
    expect(field('In my own words:').value).toBe('heavy');
  });

  it('names the groups of feelings, so that no colour is needed to tell them apart', async () => {
    await withPrompt({ kind: 'feelings', ...asked, choices });
    expect(screen.getByRole('group', { name: 'Outside' }).textContent).toContain('A walk');
  });

  it('takes the order as it is only when somebody says that it is right', async () => {
    await withPrompt({ kind: 'ranking', ...asked, choices });
    expect(screen.queryByText('This is your order.')).toBeNull();
    await press('The order is right as it is');
    expect(screen.getByText('This is your order.', { selector: 'p' })).toBeTruthy();
  });

  it('shows what the author filled in on a card, and what its reader made of it', async () => {
    const card: Prompt = { kind: 'contact-card', ...asked, name: 'Elena', phone: '555-0142', when: '' };
    await withPrompt(card, anAnswer('p', { words: { name: 'Elena', phone: '555-0199' } }));
    expect(field('Name:').value).toBe('Elena');
    expect(field('Phone:').value).toBe('555-0199');
  });

  it.each([
    ['as the author filled it in', {}, { name: 'Elena', phone: '555-0142' }],
    ['emptied by its reader', { 'Phone:': '', 'Name:': '' }, null],
  ])('takes a card for answered by whoever goes on from it: %s', async (_case, typed, said) => {
    const card: Prompt = { kind: 'contact-card', ...asked, name: 'Elena', phone: '555-0142', when: '' };
    const server = await withPrompt(card);
    for (const [name, value] of Object.entries(typed)) fireEvent.input(field(name), { target: { value } });
    await press('Continue');
    await waitFor(() => expect(here()).toBe('/me/tasks/task-1/check'));
    expect(screen.queryByText(/Not answered/u) === null).toBe(said !== null);
    await waitFor(() => expect(TestBed.inject(SaveQueue).hasUnsaved()).toBe(false));
    const value = server.answerOf('task-1', 'p')?.value ?? null;
    expect(value).toEqual(said && { words: said });
  });

  it('an exercise can be stopped at any time, which is no answer, and skipped, which is one', async () => {
    await withPrompt({
      kind: 'timed-exercise',
      ...asked,
      steps: [{ id: 'in', label: 'Breathe in', seconds: 60 }],
      rounds: 1,
    });
    await press('Start');
    expect(screen.getByText('Breathe in')).toBeTruthy();
    await press('Stop');
    expect(screen.queryByText('Breathe in')).toBeNull();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'I did it' }).checked).toBe(false);
    fireEvent.click(screen.getByRole('radio', { name: 'I skipped it' }));
    await settled();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'I skipped it' }).checked).toBe(true);
  });

  it('asks nobody under an exercise whether they would rather not say, and of a text whether they would rather not read', async () => {
    const steps = [{ id: 'in', label: 'Breathe in', seconds: 60 }];
    await withPrompt({ kind: 'timed-exercise', ...asked, steps, rounds: 1 });
    expect(screen.queryByRole('checkbox')).toBeNull();
    document.body.replaceChildren();
    TestBed.resetTestingModule();
    const server = await withPrompt({ kind: 'acknowledgement', ...asked, text: 'We talk in turns.' });
    fireEvent.click(screen.getByRole('checkbox', { name: 'I’d rather not read it' }));
    await press('Continue');
    await waitFor(() => expect(server.answerOf('task-1', 'p')?.value).toBe('rather-not-say'));
    expect(screen.getAllByRole('listitem')[0]?.textContent).toContain('I’d rather not read it');
  });

  it('reads a sentence without letting one part run into the next', async () => {
    const words = { feel: 'left alone', like: 'a call' };
    await opened('/me/tasks/task-1/check', (server) => {
      const task = anOpenTask();
      const blocks = [{ kind: 'i-statement', ...asked } as const];
      const answers = [anAnswer('p', { words })];
      server.tasks = [{ ...task, state: 'begun', content: { ...task.content, blocks }, answers }];
    });
    const said = screen.getAllByRole('listitem')[0]?.textContent?.replace(/\s+/gu, ' ');
    expect(said).toContain('I feel left alone, I would like a call');
  });

  it('a row that is taken away leaves the others as they were, and says so', async () => {
    const rows = ['Leo', 'Rosa', 'David'].map((name) => ({ id: name, name, cells: {} }));
    await withPrompt(
      {
        kind: 'repeating-row',
        ...asked,
        rowsFor: 'person',
        columns: [{ id: 'does', label: 'What they do', sort: 'text', choices: [] }],
      },
      anAnswer('p', { rows }),
    );
    await press('Take away number 2');
    const names = screen.getAllByLabelText<HTMLInputElement>('Who').map(({ value }) => value);
    expect(names).toEqual(['Leo', 'David']);
    expect(document.activeElement).toBe(screen.getAllByLabelText('Who')[0]);
  });
});
