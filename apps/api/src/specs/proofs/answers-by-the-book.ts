import type { PracticeRows } from './rows-of-a-practice';
import type { ByTheBook } from './sight-by-the-book';

/** A request, what it has to be answered with, and which ids have to stand in it. */
export interface Expected {
  readonly path: string;
  readonly status: 200 | 403 | 404 | 410;
  /** Null where the answer is about the one thing in the path. */
  readonly ids: ReadonlySet<string> | null;
}

/** What the API has to answer one person on its lists. */
export function listsFor(rows: PracticeRows, book: ByTheBook): Expected[] {
  const ids = (some: readonly { id: string }[]): ReadonlySet<string> => new Set(some.map(({ id }) => id));
  const isClinical = book.has('therapist') || book.has('supervisor');
  const reviews = (state: string): Expected =>
    isClinical
      ? ok(
          `/api/reviews?state=${state}&limit=100`,
          ids(rows.review.filter((one) => one.state === state && seesReview(rows, book, one))),
        )
      : refused(`/api/reviews?state=${state}&limit=100`);
  return [
    ok('/api/families?limit=100', ids(rows.family.filter(({ id }) => book.leads(id) || book.isClient(id)))),
    ok('/api/documents?limit=100', ids(rows.document.filter((one) => viewOf(rows, book, one) !== null))),
    ok('/api/homework?limit=100', ids(rows.task.filter((one) => book.reaches(one)))),
    reviews('waiting'),
    reviews('decided'),
    ok(
      '/api/me/consent-requests',
      ids(
        rows.consent_request.filter(
          (one) =>
            one.withdrawn_at === null &&
            // Of somebody who was removed nothing is asked any more.
            rows.member.some(({ id, state }) => id === one.member_id && state !== 'removed') &&
            (book.isClient(one.family_id) || book.speaksForClient(one.family_id)),
        ),
      ),
    ),
  ];
}

/** What the API has to answer one person about everything of their practice, thing by thing. */
export function thingsFor(rows: PracticeRows, book: ByTheBook): Expected[] {
  return [
    ...rows.family.flatMap((family) => aboutFamily(rows, book, family)),
    ...rows.document.flatMap((document) => aboutDocument(rows, book, document)),
    ...rows.review.map((one) => ({
      path: `/api/reviews/${one.id}`,
      status: one.state !== 'withdrawn' && seesReview(rows, book, one) ? (200 as const) : (404 as const),
      ids: null,
    })),
    ...rows.task.flatMap((one) => [
      aboutTask(book, one),
      aboutTask(book, one, '/offers', () => book.companions(one)),
      aboutTask(book, one, '/opened', () => openedBeside(rows, book, one)),
    ]),
  ];
}

/**
 * Whose task it is learns that it was taken back, unless it never opened to them; to the others it is, or is not, there.
 */
function aboutTask(
  book: ByTheBook,
  task: PracticeRows['task'][number],
  rest = '',
  idsIn: () => ReadonlySet<string> | null = () => null,
): Expected {
  const path = `/api/homework/${task.id}${rest}`;
  if (book.reaches(task)) return { path, status: 200, ids: idsIn() };
  if (book.isMine(task) && (book.isOpen(task) || book.leads(task.family_id)))
    return { path, status: 410, ids: null };
  return book.leads(task.family_id) ? refused(path) : absent(path);
}

function openedBeside(
  rows: PracticeRows,
  book: ByTheBook,
  task: PracticeRows['task'][number],
): ReadonlySet<string> {
  const opened = rows.answer.filter(
    (one) => one.author_id !== task.person_id && book.isOpenedBeside(one, task),
  );
  return new Set(opened.map(({ id }) => id));
}

/** Each answer that came back, with homework that was sent; and of one that is offered, who reads it today. */
function cameBack(
  rows: PracticeRows,
  book: ByTheBook,
  answers: readonly PracticeRows['answer'][number][],
): ReadonlySet<string> {
  return new Set(
    answers.flatMap((answer) => {
      const offer = book.offerOf(answer);
      const readers = rows.task.filter((task) => offer && book.isToldTo(offer, answer, task));
      return [answer.id, ...readers.map(({ member_id }) => `${answer.id} read by ${member_id}`)];
    }),
  );
}

function aboutFamily(
  rows: PracticeRows,
  book: ByTheBook,
  family: PracticeRows['family'][number],
): Expected[] {
  const path = `/api/families/${family.id}`;
  const here = <T extends { family_id: string }>(some: readonly T[]): T[] =>
    some.filter((one) => one.family_id === family.id);
  const ids = (some: readonly { id: string }[]): ReadonlySet<string> => new Set(some.map(({ id }) => id));
  const otherwise = book.belongs(family.id) ? refused : absent;
  const leads = book.leads(family.id);
  const forTherapists = (rest: string, some: readonly { id: string }[]): Expected =>
    leads ? ok(path + rest, ids(some)) : otherwise(path + rest);
  const reads = leads || book.isClient(family.id);
  const consents = leads || reads || book.speaksForClient(family.id);
  return [
    reads ? { path, status: 200, ids: null } : otherwise(path),
    leads
      ? ok(
          `${path}/responses?limit=100`,
          cameBack(
            rows,
            book,
            here(rows.answer).filter(
              (one) =>
                one.sent_at !== null &&
                one.visibility !== 'not-yet' &&
                rows.task.some(({ id, sent_at }) => id === one.task_id && sent_at !== null),
            ),
          ),
        )
      : otherwise(`${path}/responses?limit=100`),
    forTherapists('/blocks', here(rows.block)),
    forTherapists('/holds', here(rows.hold)),
    forTherapists('/guardians', here(rows.guardian)),
    consents ? ok(`${path}/consents`, ids(here(rows.consent))) : otherwise(`${path}/consents`),
    consents
      ? ok(`${path}/consent-requests`, ids(here(rows.consent_request)))
      : otherwise(`${path}/consent-requests`),
  ];
}

function aboutDocument(
  rows: PracticeRows,
  book: ByTheBook,
  document: PracticeRows['document'][number],
): Expected[] {
  const path = `/api/documents/${document.id}`;
  const view = viewOf(rows, book, document);
  const forAuthors = view === 'author' ? 200 : view === null ? 404 : 403;
  return [
    { path, status: view === null ? 404 : 200, ids: null },
    { path: `${path}/versions`, status: forAuthors, ids: null },
    document.family_id !== null && view === 'author'
      ? ok(
          `${path}/shares`,
          new Set(rows.share.filter((one) => one.document_id === document.id).map(({ id }) => id)),
        )
      : { path: `${path}/shares`, status: forAuthors, ids: null },
  ];
}

function viewOf(
  rows: PracticeRows,
  book: ByTheBook,
  document: PracticeRows['document'][number],
): 'author' | 'reviewer' | 'recipient' | null {
  if (book.worksOn(document)) return 'author';
  if (rows.review.some((one) => one.document_id === document.id && book.judges(one))) return 'reviewer';
  return rows.task.some((one) => one.document_id === document.id && book.reaches(one)) ? 'recipient' : null;
}

function seesReview(rows: PracticeRows, book: ByTheBook, review: PracticeRows['review'][number]): boolean {
  const document = rows.document.find((one) => one.id === review.document_id);
  return book.judges(review) || (document !== undefined && book.worksOn(document));
}

function ok(path: string, ids: ReadonlySet<string>): Expected {
  return { path, status: 200, ids };
}
function refused(path: string): Expected {
  return { path, status: 403, ids: null };
}
function absent(path: string): Expected {
  return { path, status: 404, ids: null };
}
