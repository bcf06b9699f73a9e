import type { Document, DocumentId, MemberId, Review, ReviewId } from '@common-ground/contract';
import {
  type ApiClient,
  howMany,
  LONGEST_PROOF,
  type RunningApi,
  seeds,
  startApi,
} from '@common-ground/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { done, everybody, familyNamed, idOf, memberIn, putDraft, sheet, write, type Cast } from '../acts';

/** Documents, each with a life of its own. */
const LIVES = howMany(40, 1_000);

const ACTS = [
  'edit',
  'submit to the first',
  'submit to the second',
  'reopen',
  'first reads',
  'second reads',
  'first approves',
  'second approves',
  'first approves what they read before',
  'first asks for changes',
  'second asks for changes',
  'share',
] as const;
type Act = (typeof ACTS)[number];

/** What one supervisor had on their screen: which text, in which review, and its words. */
interface Seen {
  readonly review: ReviewId;
  readonly hash: string;
  readonly title: string;
}

/** A document, and what was really read of it, by whom. */
interface Life {
  readonly id: DocumentId;
  words: number;
  readonly seen: Readonly<Record<'first' | 'second', Seen[]>>;
}

/**
 * Approving, editing, sending again, two supervisors, taking back and sharing, in any order and several at once. Whatever
 * comes of it: nothing is approved but what the one who approved it had read, and nothing else reaches a family.
 */
describe('however people get in each other’s way', () => {
  let api: RunningApi;
  let cast: Cast;
  let owner: Client;
  let judges: Readonly<Record<'first' | 'second', { readonly client: ApiClient; readonly id: string }>>;
  let familyId: Parameters<typeof write>[1];
  let mother: MemberId;
  const done200 = new Map<Act, number>();

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    const torres = await familyNamed(cast.therapist, 'Torres family');
    familyId = torres.id;
    mother = memberIn(torres, 'mother');
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    const [first, second, elena] = await Promise.all(
      [cast.supervisor, cast['other-therapist'], cast.therapist].map(idOf),
    );
    judges = {
      first: { client: cast.supervisor, id: String(first) },
      second: { client: cast['other-therapist'], id: String(second) },
    };
    await owner.query(
      `insert into staff_role (practice_id, person_id, role) select practice_id, id, 'supervisor' from person where id = $1`,
      [second],
    );
    await owner.query(
      `insert into supervision (practice_id, id, supervisor_id, therapist_id, strength, from_on)
       select practice_id, gen_random_uuid(), $1, $2, 'must-approve', '2026-01-01' from person where id = $1`,
      [second, elena],
    );
  }, LONGEST_PROOF);
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  const look = (id: DocumentId): Promise<Document> =>
    done(cast.therapist.get<Document>(`/api/documents/${id}`));

  /** What somebody does who pays no heed to anybody else; what is refused was refused. */
  async function act(life: Life, what: Act): Promise<number> {
    const path = `/api/documents/${life.id}`;
    const who = what.startsWith('second') || what.endsWith('second') ? 'second' : 'first';
    const { client, id } = judges[who];
    const seen = life.seen[who];
    switch (what) {
      case 'edit': {
        const { revision } = await look(life.id);
        life.words += 1;
        const words = `Words ${life.words}`;
        return (await putDraft(cast.therapist, life.id, `"${revision}"`, words, sheet(words))).status;
      }
      case 'submit to the first':
      case 'submit to the second':
        return (await cast.therapist.post(`${path}/submit`, { supervisorId: id, note: '' })).status;
      case 'reopen':
        return (await cast.therapist.post(`${path}/reopen`)).status;
      case 'share':
        return (await cast.therapist.post(`${path}/shares`, { memberIds: [mother] })).status;
      case 'first reads':
      case 'second reads': {
        const { review } = await look(life.id);
        if (review === null) return 404;
        const read = await client.get<Review>(`/api/reviews/${review.id}`);
        if (read.status === 200)
          seen.push({ review: review.id, hash: read.body.version.hash, title: read.body.version.title });
        return read.status;
      }
      default: {
        const verdict = what.includes('approves') ? 'approve' : 'ask-for-changes';
        const known = what.endsWith('before') ? seen[0] : seen.at(-1);
        if (known === undefined) return 404;
        // As a page does that was open a while: whatever review waits now, with the hash of what was read.
        const now = (await look(life.id)).review?.id ?? known.review;
        const decision = { verdict, summary: '', versionHash: known.hash };
        return (
          await client.post(`/api/reviews/${what.endsWith('before') ? now : known.review}/decision`, decision)
        ).status;
      }
    }
  }

  async function holds(life: Life): Promise<void> {
    const approvals = await owner.query<{ judge: string; hash: string; real: string; title: string }>(
      `select g.judge_id as judge, g.version_hash as hash, v.hash as real, v.title
       from verdict g join document_version v on v.practice_id = g.practice_id and v.id = g.version_id
       where g.document_id = $1 and g.verdict = 'approve'`,
      [life.id],
    );
    for (const { judge, hash, real, title } of approvals.rows) {
      const who = judge === judges.first.id ? 'first' : 'second';
      expect([hash, judge]).toEqual([real, judges[who].id]);
      expect(life.seen[who].filter((one) => one.hash === hash).map((one) => one.title)).toContain(title);
    }
    const approved = new Set(approvals.rows.map(({ hash }) => hash));
    const { state, approval, title, version } = await look(life.id);
    if (approval !== null) expect(approved).toContain(approval.versionHash);
    if (state === 'approved' || state === 'shared') {
      expect(approved).toContain(version?.hash);
      expect(title).toBe(version?.title);
    }
    const { rows } = await owner.query<{ hash: string }>(
      `select v.hash from task t join document_version v on v.practice_id = t.practice_id and v.id = t.version_id
       where t.document_id = $1`,
      [life.id],
    );
    for (const { hash } of rows) expect(approved).toContain(hash);
  }

  it(
    'nothing is approved that nobody read, and nothing else is given to a family',
    async () => {
      const moments = fc.array(fc.array(fc.constantFrom(...ACTS), { minLength: 1, maxLength: 4 }), {
        minLength: 8,
        maxLength: 14,
      });
      const lives = fc.sample(moments, { seed: seeds()[0] ?? 1, numRuns: LIVES });
      for (const [number, life] of lives.entries()) {
        const { id } = await write(cast.therapist, familyId, 'Words 0', sheet('Words 0'));
        const real: Life = { id, words: 0, seen: { first: [], second: [] } };
        for (const together of life) {
          const answers = await Promise.all(together.map((what) => act(real, what)));
          // A server that fails has decided nothing, and tells of a race nobody thought of.
          expect([number, together, answers.filter((status) => status >= 500)]).toEqual([
            number,
            together,
            [],
          ]);
          together.forEach((what, at) => {
            if ((answers[at] ?? 500) < 300) done200.set(what, (done200.get(what) ?? 0) + 1);
          });
          await holds(real);
        }
      }
      // Each of them got somewhere, or nothing was in anybody's way.
      expect([...done200.keys()].sort()).toEqual([...ACTS].sort());
    },
    LONGEST_PROOF,
  );
});
