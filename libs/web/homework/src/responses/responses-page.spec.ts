import type { Companion, ResponseSet } from '@common-ground/contract';
import { itemCodes } from '@common-ground/rules/content';
import { TestBed } from '@angular/core/testing';
import { HalfWritten, Problem, type Answered, type Asking } from '@common-ground/web/platform';
import { screen, waitFor, within } from '@testing-library/dom';
import type { FakeServer } from '../testing/fake-server';
import { follow, go, here, opened, press, type } from '../testing/stage';
import { aResponse, aResponseSet, someFeedback } from '../testing/worlds';

const person = (id: string, displayName: string, relation: string): ResponseSet['person'] =>
  ({ id, displayName, relation }) as ResponseSet['person'];

const family = (server: FakeServer): void => {
  server.roles = ['therapist'];
  server.responses = [
    aResponseSet({ answers: [aResponse('need', 'hands'), aResponse('calm', 3)] }),
    aResponseSet({
      taskId: 'task-2',
      person: person('daniel', 'Daniel', 'father'),
      sentAt: '2026-11-20T18:00:00.000Z',
      answers: [aResponse('calm', 8, { id: 'answer-daniel', feedback: [someFeedback('Good to hear.')] })],
    }),
    aResponseSet({ taskId: 'task-3', person: person('theo', 'Theo', 'brother'), sentAt: null }),
  ];
};
const page = '/app/families/fam/responses';

describe('what came back', () => {
  it('is said first in sentences, and nobody is late', async () => {
    await opened(page, family);
    const [sentence] = screen.getAllByRole('listitem').slice(-1);
    expect(sentence?.textContent).toContain('Rosa and Daniel sent');
    expect(sentence?.textContent).toContain('Theo is still at it – ready when they are.');
    expect(sentence?.textContent).toContain('2 answers have no note yet.');
  });

  it('stands by person: each answer with its question, and scales in words', async () => {
    await opened(page, family);
    const rosa = within(screen.getByRole('region', { name: 'Rosa (mother)' }));
    expect(rosa.getByRole('heading', { name: 'How calm was it at home?' })).toBeTruthy();
    expect(rosa.getByText('3 out of 10')).toBeTruthy();
    expect(rosa.getByText('0 is “a storm”, 10 is “very calm”')).toBeTruthy();
    expect(rosa.getByText('Help with something')).toBeTruthy();
    const theo = within(screen.getByRole('region', { name: 'Theo (brother)' }));
    expect(theo.getByText(/Not sent yet – ready when they are/u)).toBeTruthy();
  });

  it('says in one line to whom an answer is offered and who reads it today', async () => {
    const [daniel, theo] = ['Daniel', 'Theo'].map(
      (displayName) => ({ memberId: displayName, displayName }) as Companion,
    ) as [Companion, Companion];
    await opened(page, (server) => {
      family(server);
      const waiting = { circle: [daniel, theo], waits: true, readBy: [] };
      const alone = { circle: [daniel, theo], waits: false, readBy: [daniel] };
      server.responses = [
        aResponseSet({
          answers: [
            { ...aResponse('need', 'hands'), offer: waiting },
            { ...aResponse('calm', 3), offer: alone },
          ],
        }),
      ];
    });
    const lines = screen.getAllByText(/^(Offered|Opened) to/u).map(({ textContent }) => textContent.trim());
    expect(lines.map((line) => line.replace(/\s+/gu, ' '))).toEqual([
      'Offered to Daniel and Theo. It opens once each of them offers theirs in return. None of them can read it today.',
      'Opened to Daniel and Theo, without waiting for theirs. Daniel can read it today.',
    ]);
  });

  it('stands by question: all voices side by side', async () => {
    await opened(page, family);
    await follow('By question');
    expect(here()).toBe(`${page}?by=question`);
    const sheet = within(screen.getByRole('region', { name: /What kind of support/u }));
    const names = sheet.getAllByRole('heading', { level: 4 }).map((one) => one.textContent?.trim());
    expect(names.slice(0, 2)).toEqual(['Rosa (mother)', 'Daniel (father)']);
    expect(screen.getByRole('link', { name: 'By question' }).getAttribute('aria-current')).toBe('true');
  });

  it('stands over time: what one person answered again and again, in words beside the picture', async () => {
    await opened(page, (server) => {
      family(server);
      server.responses = [
        ...server.responses,
        aResponseSet({
          ...{ taskId: 'task-9', sentAt: '2026-11-24T18:05:00.000Z' },
          answers: [aResponse('calm', 7, { id: 'answer-later' })],
        }),
      ];
    });
    await follow('Over time');
    expect(here()).toBe(`${page}?by=time`);
    const rosa = within(screen.getByRole('region', { name: 'Rosa (mother)' }));
    expect(rosa.getByText('2 times: first 3, last 7. Between 3 and 7.')).toBeTruthy();
    const times = rosa.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(times.map((time) => /\d out of 10/u.exec(time)?.[0])).toEqual(['3 out of 10', '7 out of 10']);
    // What the ends mean is said once, beside the picture.
    expect(rosa.getAllByText('0 is “a storm”, 10 is “very calm”')).toHaveLength(1);
    expect(rosa.queryByText('Help with something')).toBeNull();
    expect(screen.queryByRole('region', { name: 'Daniel (father)' })).toBeNull();
  });

  it('says so when nobody answered anything twice', async () => {
    await opened(`${page}?by=time`, family);
    expect(screen.getByText(/Nobody has answered the same question twice yet/u)).toBeTruthy();
  });

  it('carries the codes of the paper, by person, by question and on the sheet the browser prints', async () => {
    const codes = itemCodes('worksheet', aResponseSet().content);
    const code = codes.get('calm');
    expect(code).toMatch(/^\w{4,}$/u);
    await opened(page, family);
    const rosa = within(screen.getByRole('region', { name: 'Rosa (mother)' }));
    expect(rosa.getByText(code ?? '')).toBeTruthy();
    await follow('By question');
    const sheet = within(screen.getByRole('region', { name: /What kind of support/u }));
    expect(sheet.getByText(code ?? '')).toBeTruthy();
    TestBed.resetTestingModule();
    await opened(`${page}/task-1/print`, family);
    expect(screen.getByText(code ?? '')).toBeTruthy();
  });

  it('takes a note to an answer, and the note stands beside it afterwards', async () => {
    const server = await opened(page, family);
    await press('Write a note to Rosa about: How calm was it at home?');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Note to Rosa' }));
    await type('Note to Rosa', ' A three is honest. ');
    await press('Send note to Rosa');
    expect(server.log).toContain('POST answers/answer-calm/feedback');
    expect(screen.getByText('A three is honest.')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('takes a note about all of a piece, kept on the device until it is sent', async () => {
    const server = await opened(page, family);
    const ask = 'Write a note about all of it, to Rosa: “What kind of support do you need right now?”';
    await press(ask);
    await type('Note to Rosa', 'You took your time.');
    await go('/app/elsewhere');
    await go(page);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('You took your time.');
    await press('Send note to Rosa');
    expect(server.log).toContain('POST homework/task-1/notes');
    const rosa = within(screen.getByRole('region', { name: 'Rosa (mother)' }));
    expect(rosa.getByText('You took your time.').tagName).toBe('P');
    await expect(TestBed.inject(HalfWritten).begun()).resolves.toEqual([]);
    // Whoever has sent nothing has nothing that a note could be about.
    const theo = within(screen.getByRole('region', { name: 'Theo (brother)' }));
    expect(theo.queryByRole('button')).toBeNull();
  });

  it('says of a piece whose last day went by that nothing was sent, and not that somebody is still at it', async () => {
    await opened(page, (server) => {
      family(server);
      const [, , theo] = server.responses;
      server.responses = [{ ...(theo as ResponseSet), wasOpenUntilOn: '2026-11-22' }];
    });
    expect(screen.getByText(/It was open until November 22, 2026. Nothing was sent./u)).toBeTruthy();
    expect(screen.queryByText(/still at it/u)).toBeNull();
  });

  it('names the version where two pieces of one title stand there', async () => {
    await opened(page, (server) => {
      family(server);
      server.responses = [1, 2].map((version) => {
        const set = aResponseSet({ taskId: `task-${version}`, sentAt: null });
        return { ...set, document: { ...set.document, title: 'A week in pairs', version } };
      });
    });
    const said = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    for (const version of [1, 2])
      expect(said.join()).toContain(`Nobody has sent “A week in pairs, version ${version}” yet.`);
  });

  it('does not send an empty note, and says why', async () => {
    const server = await opened(page, family);
    await press('Write a note to Rosa about: How calm was it at home?');
    await press('Send note to Rosa');
    expect(screen.getByText('Write a few words first')).toBeTruthy();
    expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
    expect(server.log.some((line) => line.startsWith('POST answers'))).toBe(false);
  });

  it('asks before a note names somebody of another family, anew for other words, and sends what is meant', async () => {
    const server = await opened(page, (one) => {
      family(one);
      const errors = [{ path: 'text', code: 'names-people', message: 'Milo' }];
      const refusal = { on: /feedback$/u, problem: new Problem(409, 'names-people', errors) };
      one.refusals = [refusal, { ...refusal }];
    });
    await press('Write a note to Rosa about: How calm was it at home?');
    await type('Note to Rosa', 'Milo would like this.');
    await press('Send note to Rosa');
    expect(screen.getByRole('alert').textContent).toContain(
      'The note names Milo, who belongs to another family. It was not sent.',
    );
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note to Rosa' });
    expect(document.activeElement).toBe(box);
    expect([box.value, box.getAttribute('aria-invalid')]).toEqual(['Milo would like this.', 'true']);
    expect(document.getElementById(box.getAttribute('aria-describedby')?.split(' ')[1] ?? '')).toBe(
      screen.getByRole('alert'),
    );

    await type('Note to Rosa', 'Milo would like this too.');
    expect(screen.queryByRole('alert')).toBeNull();
    await press('Send note to Rosa');
    expect(screen.getByRole('alert').textContent).toContain('Milo');
    await press('Send it to Rosa as it is');
    expect(server.notesAsked).toEqual([
      { text: 'Milo would like this.' },
      { text: 'Milo would like this too.' },
      { text: 'Milo would like this too.', namesMeant: true },
    ]);
    expect(screen.getByText('Milo would like this too.').tagName).toBe('P');
  });

  it('keeps the words of a note that could not be sent, also while looking at it another way', async () => {
    await opened(page, (server) => {
      family(server);
      server.refusals = [{ on: /feedback$/u, problem: new Problem(500, 'unexpected') }];
    });
    await press('Write a note to Rosa about: How calm was it at home?');
    await type('Note to Rosa', 'A three is honest.');
    await press('Send note to Rosa');
    expect(screen.getByText('The note was not sent. Your words are still here.')).toBeTruthy();
    await follow('By question');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('A three is honest.');
    await press('Try again');
    expect(screen.getByText('A three is honest.').tagName).toBe('P');
  });

  it('keeps a half-written note on the device, and sends what may have arrived under the same name again', async () => {
    const keys: string[] = [];
    const server = await opened(page, family);
    const post = server.post;
    server.post = (path, body, asking = {}) => {
      if (path.endsWith('feedback')) keys.push(String(asking.key));
      return post(path, body, asking);
    };
    server.refusals = [{ on: /feedback$/u, problem: new Problem(0, 'offline') }];
    await press('Write a note to Rosa about: How calm was it at home?');
    await type('Note to Rosa', 'A three is honest.');
    await press('Send note to Rosa');
    await go('/app/elsewhere');
    await go(page);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('A three is honest.');
    await press('Send note to Rosa');
    expect(keys).toEqual([keys[0], keys[0]]);
    await go('/app/elsewhere');
    await go(page);
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('keeps what is typed on while a note is on its way, as another note', async () => {
    const server = await opened(page, family);
    let arrives = (): void => undefined;
    const post = server.post;
    server.post = async <T>(path: string, body?: unknown, asking?: Asking): Promise<Answered<T>> => {
      const answer = await post<T>(path, body, asking);
      if (path.endsWith('feedback')) await new Promise<void>((done) => (arrives = done));
      return answer;
    };
    await press('Write a note to Rosa about: How calm was it at home?');
    await type('Note to Rosa', 'A three is honest.');
    await press('Send note to Rosa');
    await type('Note to Rosa', 'A three is honest. And what helped?');
    arrives();
    await waitFor(() => expect(screen.getByText('A three is honest.').tagName).toBe('P'));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe(
      'A three is honest. And what helped?',
    );
  });

  it('forgets a note whose words were all taken out again', async () => {
    await opened(page, family);
    await press('Write a note to Rosa about: How calm was it at home?');
    await type('Note to Rosa', 'A three is honest.');
    await type('Note to Rosa', '');
    await expect(TestBed.inject(HalfWritten).begun()).resolves.toEqual([]);
  });

  it('goes on paper one person at a time', async () => {
    await opened(page, family);
    await follow('Print Rosa’s answered worksheet “What kind of support do you need right now?”');
    expect(here()).toBe(`${page}/task-1/print`);
    expect(screen.getByText(/Answers of Rosa/u)).toBeTruthy();
    expect(screen.getByText('3 out of 10')).toBeTruthy();
    expect(screen.getByText(/Prepared for Rosa · version 1/u)).toBeTruthy();
  });

  it('says so when nothing was shared yet', async () => {
    await opened(page, (server) => {
      server.roles = ['therapist'];
    });
    expect(screen.getByText('Nothing has been shared with this family yet.')).toBeTruthy();
  });
});
