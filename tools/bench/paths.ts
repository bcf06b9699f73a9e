// The paths that are measured: what each asks of the product, and of the bare limit for the same rows.
import { randomUUID } from 'node:crypto';
import type { Shot } from './load.ts';
import { draftContent, type World as Written } from './world.ts';

/** The practice, and where a page near the end of the supervisor's queue begins. */
export type World = Written & { readonly supervisor: { readonly deep: string } };

export interface Path {
  readonly name: string;
  readonly work: string;
  /** What part of the bare limit's speed is to be reached; none where there is nothing to set it against. */
  readonly mark: number | null;
  /** How many at once, where 16 and 64 would only queue. */
  readonly connections?: readonly number[];
  readonly product: (world: World) => Shot;
  readonly bare: ((world: World) => Shot) | null;
}

const pick = (world: World): World['members'][number] => {
  const member = world.members[Math.floor(Math.random() * world.members.length)];
  if (!member) throw new Error('The bench has nobody to be.');
  return member;
};
const get = (path: string, token?: string): Shot => ({
  method: 'GET',
  path,
  headers: token === undefined ? {} : { cookie: `common-ground=${token}` },
});

// Every save goes on from the revision before it, as a page does; several writers on one answer would only conflict. The
// small practice beside a large one has things of the same ids, and counts for itself.
const revisions = new WeakMap<World, Map<string, number>>();
const advance = (world: World, name: string, first: number): number => {
  const counted = revisions.get(world) ?? new Map<string, number>();
  revisions.set(world, counted);
  const revision = counted.get(name) ?? first;
  counted.set(name, revision + 1);
  return revision;
};
let turn = 0;
/** Each program has drafts of its own: both count their revisions up. */
const nextDraft = (drafts: World['drafts'], whose: 'product' | 'bare'): World['drafts'][number] => {
  turn += 1;
  const half = Math.floor(drafts.length / 2);
  const draft = drafts[(turn % half) + (whose === 'bare' ? half : 0)];
  if (!draft) throw new Error('The bench has nothing to draft.');
  return draft;
};
const nextWriter = (world: World): { member: World['members'][number]; prompt: string } => {
  turn += 1;
  const member = world.members[turn % world.members.length];
  if (!member) throw new Error('The bench has nobody to be.');
  return { member, prompt: `prompt-${6 + (Math.floor(turn / world.members.length) % 24)}` };
};

export const paths: readonly Path[] = [
  {
    name: 'R1',
    work: 'a family member’s list of 20 tasks',
    mark: 0.65,
    product: (world) => get('/api/homework?limit=20', pick(world).token),
    bare: (world) => get(`/list/${pick(world).personId}`),
  },
  {
    name: 'R2',
    work: 'one task with 30 prompts and own answers',
    mark: 0.65,
    product: (world) => {
      const { taskId, token } = pick(world);
      return get(`/api/homework/${taskId}`, token);
    },
    bare: (world) => get(`/open/${pick(world).taskId}`),
  },
  {
    name: 'R3',
    work: 'a therapist’s Today',
    mark: 0.65,
    product: (world) => get('/api/today', world.therapist.token),
    bare: (world) => get(`/today/${world.therapist.personId}`),
  },
  {
    name: 'R4',
    work: 'the first page of a queue of 10,000 reviews',
    mark: null,
    product: (world) => get('/api/reviews?state=waiting&limit=20', world.supervisor.token),
    bare: (world) => get(`/queue/${world.supervisor.personId}`),
  },
  {
    name: 'R4 deep',
    work: 'a page near its end',
    mark: null,
    product: (world) =>
      get(`/api/reviews?state=waiting&limit=20&cursor=${world.supervisor.deep}`, world.supervisor.token),
    bare: (world) => get(`/queue/${world.supervisor.personId}/deep`),
  },
  {
    name: 'R5',
    work: 'a word among 10,000 templates',
    mark: null,
    product: (world) => get('/api/templates?limit=20&q=harpsichord', world.therapist.token),
    bare: (world) => get(`/search/${world.therapist.personId}`),
  },
  {
    name: 'F1',
    work: 'a therapist’s list of 50 families',
    mark: 0.65,
    product: (world) => get('/api/families?limit=50', world.therapist.token),
    bare: (world) => get(`/families/${world.therapist.personId}`),
  },
  {
    name: 'W1',
    work: 'autosave of one answer, durable',
    mark: 0.45,
    product: (world) => {
      const { member, prompt } = nextWriter(world);
      const revision = advance(world, `${member.taskId} ${prompt}`, 0);
      return {
        method: 'PUT',
        path: `/api/homework/${member.taskId}/answers/${prompt}`,
        headers: {
          cookie: `common-ground=${member.token}`,
          'content-type': 'application/json',
          'if-match': `"${revision}"`,
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify({ value: `A walk, maybe ${revision + 2}`, visibility: 'therapist' }),
      };
    },
    bare: (world) => ({
      method: 'PUT',
      path: `/save/${pick(world).taskId}/${world.promptId}`,
      headers: { 'idempotency-key': randomUUID() },
    }),
  },
  {
    name: 'D1',
    work: 'autosave of a draft of 200 blocks, durable',
    mark: 0.45,
    product: (world) => {
      const { documentId, token } = nextDraft(world.drafts, 'product');
      const revision = advance(world, documentId, 1);
      return {
        method: 'PUT',
        path: `/api/worksheets/${documentId}/draft`,
        headers: {
          cookie: `common-ground=${token}`,
          'content-type': 'application/json',
          'if-match': `"${revision}"`,
        },
        body: JSON.stringify({ title: 'What would help', content: draftContent(`Words ${revision}`) }),
      };
    },
    bare: (world) => ({
      method: 'PUT',
      path: `/draft/${nextDraft(world.drafts, 'bare').documentId}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ content: draftContent('Words') }),
    }),
  },
  {
    name: 'P1',
    work: 'a worksheet of 30 prompts as PDF',
    mark: null,
    connections: [4],
    product: (world) => {
      const { taskId, token } = pick(world);
      return get(`/api/homework/${taskId}/pdf`, token);
    },
    bare: null,
  },
];
