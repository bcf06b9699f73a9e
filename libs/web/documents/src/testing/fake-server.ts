import type {
  AnswerSuggestion,
  AttachableDocument,
  AtWork,
  Concern,
  Decision,
  DiscardComments,
  Document,
  MarkRead,
  NewComment,
  NewerVersion,
  PersonName,
  NewShare,
  Page,
  Review,
  ResolveThread,
  Share,
  ReviewTimes,
  PreviewShare,
  ShareChange,
  SharedWith,
  ShareLine,
  SharePreview,
  SubmitDocument,
  Template,
  UnsentComment,
} from '@common-ground/contract';
import { coachAdvice, rulesOf, type KeptWording } from '@common-ground/rules/content';
import { type Answered, type Asking, Problem } from '@common-ground/web/platform';
import type { Written } from '../writing/written';
import { ELENA, aComment, aDocument, aReview } from './worlds';

/**
 * For specs: the API's side of documents in memory, with revisions that refuse what is stale. It stands in for the
 * `Api` client, so that everything behind the pages, the save queue included, is the real thing.
 */
export class FakeServer {
  document: Document = aDocument();
  review: Review | null = null;
  attachable: readonly AttachableDocument[] = [];
  /** How many of them stand on one page. */
  attachableAtOnce = 20;
  unsent: readonly UnsentComment[] = [];
  queue: Review[] = [];
  /** Whose texts come to the supervisor. */
  senders: PersonName[] = [ELENA];
  times: ReviewTimes = { waiting: [], months: [] };
  lines: ShareLine[] = [];
  /** People of other families, whose names stand out. */
  wrongNamesInNote: string[] = [];
  held: string | null = null;
  changedSince: SharePreview['changedSinceApproval'] = [];
  wrongNames: SharePreview['wrongNames'] = [];
  mayFollow: SharePreview['mayFollow'] = [];
  shares: Share[] = [];
  newer: NewerVersion | null = null;
  templates: Template[] = [];
  /** Where the list of templates goes on, if it does. */
  nextTemplates: string | null = null;
  kept: KeptWording[] = [];
  /** Who else is in which block of the draft. */
  atWork: AtWork[] = [];
  /** What the next matching request is refused with: method and path, and the refusal. */
  refusals: { readonly on: RegExp; readonly problem: Problem }[] = [];
  /** What each GET asked besides its path, oldest first. */
  readonly queries: { readonly path: string; readonly query: NonNullable<Asking['query']> }[] = [];
  readonly log: { readonly line: string; readonly body: unknown; readonly key: string | undefined }[] = [];

  get = async <T>(path: string, { query }: Asking = {}): Promise<Answered<T>> => {
    this.queries.push({ path, query: query ?? {} });
    return this.answer('GET', path, undefined, {});
  };
  post = async <T>(path: string, body: unknown = {}, asking: Asking = {}): Promise<Answered<T>> =>
    this.answer('POST', path, body, asking);
  put = async <T>(path: string, body: unknown, asking: Asking = {}): Promise<Answered<T>> =>
    this.answer('PUT', path, body, asking);

  /** What was last sent with a method and path, or undefined when nothing was. */
  sent(line: string): unknown {
    return this.log.findLast((entry) => entry.line === line)?.body;
  }

  /** Somebody saves another text elsewhere. */
  writtenElsewhere(change: (text: Written) => Written): void {
    const { title, content } = change(this.document);
    this.document = { ...this.document, title, content, revision: this.document.revision + 1 };
  }

  private async answer<T>(method: string, path: string, body: unknown, asking: Asking): Promise<Answered<T>> {
    const line = `${method} ${path}`;
    this.log.push({ line, body, key: asking.key });
    const refusal = this.refusals.find(({ on }) => on.test(line));
    if (refusal) {
      this.refusals = this.refusals.filter((other) => other !== refusal);
      throw refusal.problem;
    }
    const [result, revision = ''] = this.act(method, path.split('/'), body, String(asking.revision ?? ''));
    return { body: structuredClone(result) as T, revision };
  }

  private act(method: string, path: string[], body: unknown, revision: string): [unknown, string?] {
    const [noun, , what, deeper] = path;
    if (noun === 'me' && what === undefined && path[1] === 'unsent-comments') return [page(this.unsent)];
    if (path[1] === 'unsent-comments') {
      this.unsent = this.unsent.filter(({ id }) => !(body as DiscardComments).ids.includes(id));
      return [page(this.unsent)];
    }
    if (noun === 'me') return [me()];
    if (noun === 'templates') return this.library(method, path, body);
    if (noun === 'families') return [page([{ id: 'family-1', name: 'Torres family' }])];
    if (deeper === undefined && what === 'draft') return this.save(body as Written, revision);
    if (noun === 'review-times') return [this.times];
    if (noun === 'reviews') return [this.reviewing(method, path, body)];
    if (noun === 'shares')
      return [
        method === 'PUT'
          ? this.changed(path[1] ?? '', body as ShareChange)
          : this.withShare(path[1] ?? '', what),
      ];
    if (noun === 'documents' && method === 'POST' && what === undefined) {
      return [this.document];
    }
    if (what === 'shares') return [this.sharing(method, deeper, body)];
    if (what === 'at-work') return [page(this.atWork)];
    if (what === 'attachable') return [this.somethingToAttach()];
    if (what === 'concerns') return [page(this.concerns())];
    if (what === 'wordings') {
      this.kept = deeper === 'keep' ? [...this.kept, body as KeptWording] : [];
      return [page(this.concerns())];
    }
    if (what === 'versions')
      return [deeper === undefined ? page([version(1), version(2)]) : version(Number(deeper))];
    if (what === 'changes')
      return [page([{ sort: 'added', blockId: 'what', from: null, to: 'What is it?' }])];
    if (what === 'submit') return [this.submit(body as SubmitDocument)];
    if (noun === 'documents' && what === undefined) return [this.document, String(this.document.revision)];
    throw new Problem(404, 'not-found');
  }

  private library(method: string, [, id, act]: string[], body: unknown): [unknown] {
    if (act === 'copy') return [this.document];
    if (act === 'take-back') {
      this.templates = this.templates.filter((one) => one.id !== id);
      return [undefined];
    }
    if (method === 'GET' && id === undefined)
      return [{ items: this.templates, next: this.nextTemplates, tags: ['evenings', 'money'] }];
    const known = this.templates.find((one) => one.id === id) ?? this.templates[0];
    if (known === undefined) throw new Problem(404, 'not-found');
    return [Object.assign({}, known, method === 'GET' ? {} : body)];
  }

  private somethingToAttach(): Page<AttachableDocument> {
    const from = Number(this.queries.at(-1)?.query['cursor'] ?? 0);
    const to = from + this.attachableAtOnce;
    return {
      items: this.attachable.slice(from, to),
      next: to < this.attachable.length ? String(to) : null,
    };
  }

  private concerns(): readonly Concern[] {
    const { kind, title, content } = this.document;
    const rules = rulesOf(kind);
    const advice = coachAdvice(title, content, rules.parts(content), { kept: this.kept });
    return [...rules.check(title, content), ...advice];
  }

  private save(text: Written, revision: string): [unknown, string] {
    if (revision !== String(this.document.revision)) {
      throw new Problem(412, 'revision-stale', [], null, { current: this.document });
    }
    this.writtenElsewhere(() => text);
    return [this.document, String(this.document.revision)];
  }

  private submit(_request: SubmitDocument): Document {
    this.document = { ...this.document, state: 'submitted' };
    return this.document;
  }

  private reviewing(method: string, path: string[], body: unknown): unknown {
    const [, id, what, , deeper] = path;
    if (id === undefined) return { ...page(this.queue), from: this.senders };
    if (this.review === null) throw new Problem(404, 'not-found');
    if (what === 'attached') return this.withAttached(path[3] ?? '', deeper);
    if (method === 'GET') return this.review;
    if (what === 'decision') {
      this.review = { ...this.review, state: 'decided', verdict: (body as Decision).verdict };
      const { verdict } = body as Decision;
      const state = verdict === 'approve' ? 'approved' : verdict === 'comment' ? 'submitted' : 'returned';
      this.review = { ...this.review, document: { ...this.review.document, state } };
      return this.review;
    }
    if (deeper === 'suggestion') {
      const known = this.review.comments.find((one) => one.id === path[3]) ?? aComment();
      const { answer } = body as AnswerSuggestion;
      return { ...known, suggestion: known.suggestion && { ...known.suggestion, answer } };
    }
    if (deeper === 'resolution') {
      const { resolved } = body as ResolveThread;
      const known = this.review.comments.find((one) => one.id === path[3]) ?? aComment();
      const comment = { ...known, resolvedAt: resolved ? new Date().toISOString() : null };
      const comments = this.review.comments.map((one) => (one.id === comment.id ? comment : one));
      this.review = { ...this.review, comments };
      return comment;
    }
    if (what === 'read-marks') {
      const { blockId, read } = body as MarkRead;
      const others = this.review.read.filter((part) => part !== blockId);
      this.review = { ...this.review, read: read ? [...others, blockId] : others };
      return { read: this.review.read };
    }
    const said = body as NewComment;
    const number = this.review.comments.length + 1;
    const comment = aComment({
      ...said,
      id: `comment-${number}` as ReturnType<typeof aComment>['id'],
      replyTo: said.replyTo ?? null,
      suggestion: said.suggestion === undefined ? null : { words: said.suggestion, answer: null },
      state: 'pending',
    });
    this.review = { ...this.review, comments: [...this.review.comments, comment] };
    return comment;
  }

  private withAttached(id: string, act: string | undefined): unknown {
    const known = this.review?.attached ?? [];
    const one = known.find(({ documentId }) => documentId === id);
    if (one === undefined || this.review === null) throw new Problem(404, 'not-found');
    if (act === undefined) return { ...one, content: this.document.content };
    const items = known.map((other) =>
      other === one ? { ...one, takenOffAt: '2026-11-20T11:00:00.000Z' } : other,
    );
    this.review = { ...this.review, attached: items };
    return page(items);
  }

  private sharing(method: string, what: string | undefined, body: unknown): unknown {
    if (what === 'preview') {
      const { lines, held, wrongNames, mayFollow } = this;
      return {
        lines,
        heldBecause: held,
        coSignerMissing: null,
        changedSinceApproval: this.changedSince,
        wrongNames,
        wrongNamesInNote: this.wrongNamesInNote.filter((name) =>
          (body as PreviewShare | undefined)?.note?.includes(name),
        ),
        mayFollow,
        may: { share: true },
      } satisfies SharePreview;
    }
    if (method === 'GET') return page(this.shares);
    this.demandNoWrongNames(body as NewShare);
    const { memberIds, dueOn, note, startsOn, openUntilOn, after, rhythm } = body as NewShare;
    const title = this.mayFollow.find(({ documentId }) => documentId === after?.documentId)?.title ?? '';
    const people = this.lines
      .filter(({ member }) => memberIds.includes(member.id))
      .map(({ member: { id, displayName, relation } }) => ({
        ...{ memberId: id, displayName, relation },
        opensOn: after ? 'waits' : rhythm ? 'now' : (startsOn ?? 'now'),
      }));
    const share: Share = {
      id: `share-${this.shares.length + 1}` as Share['id'],
      documentId: this.document.id,
      version: 2,
      people,
      dueOn: dueOn ?? null,
      ...{ note: note ?? null, openUntilOn: openUntilOn ?? null, isOver: false },
      sharedAt: new Date().toISOString(),
      revokedAt: null,
      when: { startsOn: startsOn ?? null, after: after ? { ...after, title } : null, rhythm: rhythm ?? null },
      nextOn: startsOn ?? null,
      waiting: after ? people.length : 0,
      stoppedAt: null,
      revision: 1,
      may: {
        change: true,
        revoke: true,
        stop: startsOn !== undefined || after !== undefined || rhythm !== undefined,
        replace: false,
        remind: true,
      },
    };
    this.shares = [...this.shares, share];
    return share;
  }

  /** Names are refused that nobody has said are meant. */
  private demandNoWrongNames({ note, namesMeant }: Pick<NewShare, 'namesMeant'> & { note?: string | null }) {
    const named = namesMeant === true ? [] : this.wrongNamesInNote.filter((name) => note?.includes(name));
    const errors = named.map((name) => ({ path: 'note', code: 'names-people', message: name }));
    if (errors.length > 0) throw new Problem(409, 'names-people', errors);
  }

  private changed(id: string, { namesMeant, ...change }: ShareChange): unknown {
    this.demandNoWrongNames({ note: change.note, namesMeant });
    this.shares = this.shares.map((share) =>
      share.id === id ? { ...share, ...change, revision: share.revision + 1 } : share,
    );
    return this.shares.find((share) => share.id === id);
  }

  private withShare(id: string, what: string | undefined): unknown {
    if (what === 'stop') return this.halt(id);
    if (what === 'newer') return this.newer;
    return what === 'replace' ? this.replace(id) : this.stop(id);
  }

  private replace(id: string): unknown {
    const [old] = this.shares.filter((share) => share.id === id);
    if (old === undefined || this.newer === null) return {};
    const { gets: people, keep } = this.newer;
    const opens = (ones: readonly SharedWith[]) => ones.map((one) => ({ ...one, opensOn: 'now' }));
    const number = this.newer.version ?? 0;
    const given = { ...old, id: `${id}-anew` as Share['id'], version: number, people: opens(people) };
    const may = { ...old.may, replace: false };
    this.shares = [
      { ...given, may },
      ...this.shares.map((share) => ({ ...share, may, people: opens(keep) })),
    ];
    return given;
  }

  private halt(id: string): unknown {
    const stoppedAt = new Date().toISOString();
    this.shares = this.shares.map((share) =>
      share.id === id
        ? { ...share, stoppedAt, nextOn: null, waiting: 0, may: { ...share.may, stop: false } }
        : share,
    );
    return {};
  }

  private stop(id: string): unknown {
    const revokedAt = new Date().toISOString();
    this.shares = this.shares.map((share) => (share.id === id ? { ...share, revokedAt } : share));
    return {};
  }
}

function page<T>(items: readonly T[]): { items: readonly T[]; next: null } {
  return { items, next: null };
}

function version(number: number): Review['version'] {
  return { ...aReview().version, number };
}

function me(): object {
  return {
    person: { ...ELENA, language: 'en' },
    roles: ['therapist', 'supervisor'],
    practice: { id: 'practice', name: 'Lakeside', exitUrl: 'https://weather.example/', safety: {} },
    session: { shared: true, mustEnrol: false, draftKey: '' },
    may: { openFamilies: true, review: true, administer: false },
  };
}
