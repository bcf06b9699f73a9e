import type {
  Answer,
  AnswerDraft,
  AskedSession,
  Consent,
  Erasure,
  Feedback,
  Me,
  MyPrivacy,
  MyReminders,
  NewOffer,
  OpenedAnswer,
  OwnOffer,
  ReminderChoice,
  SeenAs,
  ShareReminders,
  ResponseSet,
  Task,
  TaskOffers,
} from '@common-ground/contract';
import { Problem, type Answered, type Asking } from '@common-ground/web/platform';
import { DANA } from './worlds';

/**
 * For specs: the API's side of homework in memory, with revisions that refuse what is stale. It stands in for the
 * `Api` client, so that everything behind the pages, the save queue included, is the real thing.
 */
export class FakeServer {
  tasks: Task[] = [];
  /** What is answered later than the rest. */
  held: { readonly on: RegExp; readonly until: Promise<void> } | null = null;
  /** What one of the family would be given. */
  seenAs: SeenAs | null = null;
  responses: ResponseSet[] = [];
  consents: Consent[] = [];
  erasures: Erasure[] = [];
  /** The families somebody belongs to. */
  families = ['fam'];
  offers: TaskOffers = { companions: [], answers: [] };
  /** The hours somebody is asked to. */
  hours: AskedSession[] = [];
  /** What the others opened to whoever asks. */
  opened: OpenedAnswer[] = [];
  isShared = false;
  reminders: MyReminders = { isOffered: true, address: 'r…@example.org', choice: null, revision: 0 };
  /** Who of a share is reminded; whoever is asked for is asked for today. */
  shareReminders: ShareReminders | null = null;
  /** For whom reminders were asked for last. */
  asked: readonly string[] = [];
  roles: Me['roles'] = ['member'];
  /** What the next matching request is refused with: method and path, and the refusal. */
  refusals: { readonly on: RegExp; readonly problem: Problem }[] = [];
  readonly log: string[] = [];
  /** What was asked for before the page was made. */
  readonly ahead: string[] = [];
  /** What notes were asked to be, in their order. */
  readonly notesAsked: unknown[] = [];

  get = async <T>(path: string): Promise<Answered<T>> => this.answer('GET', path, undefined, {});
  /** What was asked ahead is answered when the page asks itself. */
  askAhead = (path: string, { isKept = false }: Asking = {}): void =>
    void this.ahead.push(isKept ? `${path} to keep` : path);
  post = async <T>(path: string, body: unknown = {}, asking: Asking = {}): Promise<Answered<T>> =>
    this.answer('POST', path, body, asking);
  put = async <T>(path: string, body: unknown, asking: Asking = {}): Promise<Answered<T>> =>
    this.answer('PUT', path, body, asking);

  delete = async <T>(path: string): Promise<Answered<T>> => this.answer('DELETE', path, undefined, {});

  file = async (path: string): Promise<Blob> =>
    new Blob([JSON.stringify((await this.answer('GET', path, undefined, {})).body)]);

  answerOf(task: string, promptId: string): Answer | undefined {
    return this.task(task).answers.find((answer) => answer.promptId === promptId);
  }

  /** Somebody saves an answer elsewhere. */
  writtenElsewhere(task: string, promptId: string, draft: AnswerDraft): void {
    this.keep(task, promptId, draft, (this.answerOf(task, promptId)?.revision ?? 0) + 1);
  }

  private async answer<T>(method: string, path: string, body: unknown, asking: Asking): Promise<Answered<T>> {
    const line = `${method} ${path}`;
    this.log.push(line);
    if (method === 'POST' && /(feedback|notes)$/u.test(path)) this.notesAsked.push(body);
    if (this.held?.on.test(line)) await this.held.until;
    const refusal = this.refusals.find(({ on }) => on.test(line));
    if (refusal) {
      this.refusals = this.refusals.filter((other) => other !== refusal);
      throw refusal.problem;
    }
    const [result, revision = ''] = this.act(method, path.split('/'), body, String(asking.revision ?? ''));
    return { body: structuredClone(result) as T, revision };
  }

  private remind(method: string, choice: ReminderChoice): MyReminders {
    if (method === 'PUT')
      this.reminders = { ...this.reminders, choice, revision: this.reminders.revision + 1 };
    return this.reminders;
  }

  private askReminders(memberIds: readonly string[]): ShareReminders | null {
    this.asked = memberIds.length > 0 ? memberIds : this.asked;
    const askedOn = '2026-11-29';
    const last = { askedOn, by: 'Elena Ruiz', wentOutOn: null, isOnItsWay: true };
    this.shareReminders = this.shareReminders && {
      ...this.shareReminders,
      lines: this.shareReminders.lines.map((line) =>
        memberIds.includes(line.member.memberId) ? { ...line, because: 'asked-today', last } : line,
      ),
    };
    return this.shareReminders;
  }

  private act(method: string, path: string[], body: unknown, revision: string): [unknown, string?] {
    const [noun, id = '', what, promptId = ''] = path;
    if (noun === 'me' && id === 'privacy') return [this.privacy()];
    if (noun === 'me' && id === 'reminders') return [this.remind(method, body as ReminderChoice)];
    if (noun === 'shares' && what === 'reminders')
      return [this.askReminders((body as { memberIds?: string[] } | undefined)?.memberIds ?? [])];
    if (noun === 'me' && id === 'erasure') return [this.erasure(method, body as { familyId?: string })];
    if (noun === 'me' && id === 'export') return [{ homework: this.tasks }];
    if (noun === 'me' && id === 'family-sessions') return [{ items: this.hours, next: null }];
    if (noun === 'me' && id !== '') return [{ items: [], next: null }];
    if (noun === 'me') return [this.me()];
    if (noun === 'documents' && what === 'seen-as') {
      if (this.seenAs === null) throw new Problem(404, 'not-found');
      return [this.seenAs];
    }
    if (noun === 'homework' && id === '') return [{ items: this.tasks, next: null }];
    if (noun === 'homework' && what === undefined) return [this.task(id)];
    if (noun === 'homework' && what === 'offers') return [this.offers];
    if (noun === 'homework' && what === 'opened') return [{ items: this.opened }];
    if (noun === 'answers' && what === 'offer') return [this.offer(id, body as NewOffer | undefined)];
    if (noun === 'homework' && what === 'answers')
      return this.save(id, promptId, body as AnswerDraft, revision);
    if (noun === 'homework' && what === 'notes') return [this.noteAbout(id, (body as { text: string }).text)];
    if (noun === 'homework' && what === 'send') return [this.sent(id)];
    if (noun === 'families' && id === '')
      return [{ items: [{ id: 'fam', client: { id: 'rosa' } }], next: null }];
    if (noun === 'families' && what === 'leave') return [this.leave(id)];
    if (noun === 'families' && what === 'responses') return [{ items: this.responses, next: null }];
    if (noun === 'families' && what === 'consents') return [{ items: this.consents, next: null }];
    if (noun === 'families') return [{ id, name: 'The Okafor family' }];
    if (noun === 'consents' && method === 'POST') return [this.takeBack(id)];
    if (noun === 'answers' && method === 'POST') return [this.note(id, (body as { text: string }).text)];
    throw new Problem(404, 'not-found');
  }

  private save(id: string, promptId: string, draft: AnswerDraft, revision: string): [Answer, string] {
    const current = this.answerOf(id, promptId);
    if (revision !== String(current?.revision ?? 0)) {
      throw new Problem(412, 'revision-stale', [], null, { current, changedAt: current?.savedAt });
    }
    const answer = this.keep(id, promptId, draft, Number(revision) + 1);
    return [answer, String(answer.revision)];
  }

  private keep(id: string, promptId: string, draft: AnswerDraft, revision: number): Answer {
    const answer: Answer = { promptId, ...draft, revision, savedAt: new Date().toISOString(), feedback: [] };
    const others = this.task(id).answers.filter((other) => other.promptId !== promptId);
    this.change(id, { state: 'begun', answers: [...others, answer] });
    return answer;
  }

  private sent(id: string): Task {
    this.change(id, { state: 'sent', sentAt: new Date().toISOString() });
    return this.task(id);
  }

  /** Offered to a circle, or without a body closed again. What waits stays waiting: nobody else is here. */
  private offer(answerId: string, made: NewOffer | undefined): OwnOffer | undefined {
    const circle = this.offers.companions.filter(({ memberId }) => made?.memberIds.includes(memberId));
    const offer = made
      ? {
          ...{ circle, waits: made.waits, isOpen: !made.waits },
          ...{ onScreen: made.onScreen ?? false, shownAt: null },
        }
      : null;
    const answers = this.offers.answers.map((one) =>
      one.answerId === answerId ? { ...one, offer, may: { offer: true, close: offer !== null } } : one,
    );
    this.offers = { ...this.offers, answers };
    return answers.find((one) => one.answerId === answerId);
  }

  private note(answerId: string, text: string): Feedback {
    const feedback = { id: `note-${text.length}`, by: DANA, text, at: new Date().toISOString() } as Feedback;
    this.responses = this.responses.map((set) => ({
      ...set,
      answers: set.answers.map((one) =>
        one.id === answerId ? { ...one, feedback: [...one.feedback, feedback] } : one,
      ),
    }));
    return feedback;
  }

  private noteAbout(taskId: string, text: string): Feedback {
    const note = { id: `whole-${text.length}`, by: DANA, text, at: new Date().toISOString() } as Feedback;
    this.responses = this.responses.map((set) =>
      set.taskId === taskId ? { ...set, notes: [...set.notes, note] } : set,
    );
    return note;
  }

  private takeBack(id: string): Consent | undefined {
    this.consents = this.consents.map((one) => (one.id === id ? { ...one, state: 'revoked' as const } : one));
    return this.consents.find((one) => one.id === id);
  }

  private erasure(method: string, { familyId = 'fam' }: { familyId?: string } = {}): unknown {
    if (method === 'POST') {
      const asked = { id: `e-${familyId}`, familyId, askedAt: new Date().toISOString(), state: 'waiting' };
      this.erasures = [asked as unknown as Erasure, ...this.erasures];
    }
    return { items: this.erasures, next: null };
  }

  private leave(id: string): void {
    this.families = this.families.filter((family) => family !== id);
    if (this.families.length === 0) this.roles = [];
  }

  private privacy(): MyPrivacy {
    const isClient = this.roles.includes('client');
    const voice = isClient ? 'client' : null;
    const relation = isClient ? 'client' : 'mother';
    const families = this.families.map((id) => ({ id, isClient, voice, relation, therapists: [DANA] }));
    const words = this.tasks.map(({ id, title, state, answers }) => {
      const isSent = state === 'sent';
      const seen = answers.filter(({ visibility }) => isSent && visibility !== 'not-yet').length;
      const kept = answers.filter(({ visibility }) => visibility === 'not-yet').length;
      const offered = this.offers.answers.flatMap(({ offer }) =>
        offer ? [{ circle: offer.circle, isOpen: offer.isOpen, count: 1 }] : [],
      );
      const forFamily = answers.filter(({ visibility }) => visibility === 'family').length - offered.length;
      const seenBy = seen === 0 ? [] : [DANA];
      const isOpen = this.families.includes('fam');
      return {
        ...{ taskId: id, familyId: 'fam', title: isOpen ? title : null, isSent },
        ...{ answered: answers.length, seen, seenBy, kept, forFamily, offered },
      };
    });
    const consents = this.consents.map((consent) => ({ ...consent, familyId: 'fam' }));
    return { families, words, consents, requests: [] } as unknown as MyPrivacy;
  }

  private change(id: string, changes: Partial<Task>): void {
    this.tasks = this.tasks.map((task) => (task.id === id ? { ...task, ...changes } : task));
  }

  private task(id: string): Task {
    const found = this.tasks.find((task) => task.id === id);
    if (!found) throw new Problem(404, 'not-found', [], 'ref-1');
    return found;
  }

  private me(): Me {
    return {
      person: { id: 'rosa', displayName: 'Rosa', language: 'en' },
      roles: this.roles,
      practice: {
        id: 'harbor',
        name: 'Harbor Lane',
        safety: {
          practicePhone: '+1 555 0100',
          practiceHours: '',
          emergencyNumber: '911',
          crisisLine: '988',
          checkedOn: '2026-11-01',
        },
        exitUrl: 'https://weather.example/',
      },
      session: { shared: this.isShared, mustEnrol: false, draftKey: '' },
      may: { openFamilies: false, review: false, administer: false },
    } as unknown as Me;
  }
}
