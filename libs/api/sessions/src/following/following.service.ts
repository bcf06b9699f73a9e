import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RevealRepository } from '@common-ground/api/homework';
import { Database, demand, Refusal, type Followed, type Transaction } from '@common-ground/api/platform';
import type { FamilySessionId, FollowedHour, HourStands, SessionRun, TaskId } from '@common-ground/contract';
import { isSettled, mayFollowSession, type Actor } from '@common-ground/rules/access';
import { AskingRepository } from '../invitations/asking.repository';
import { RunningService } from '../running/running.service';
import { FollowingRepository, type FollowedRow } from './following.repository';

/** An hour while it runs, told to those who take part in it as it goes on. */
@Injectable()
export class FollowingService {
  constructor(
    private readonly database: Database,
    private readonly askings: AskingRepository,
    private readonly hours: FollowingRepository,
    private readonly running: RunningService,
    private readonly reveals: RevealRepository,
  ) {}

  /** For somebody who is asked: what people are at. */
  asAsked(id: FamilySessionId): Followed<FollowedHour> {
    return {
      ...{ id, event: 'hour' },
      read: (actor) => this.#read(actor, id),
      mark: ({ revision, minutes, turn, reveals, play, groundRules }) =>
        `${revision}.${minutes}.${digest([turn, groundRules])}.${digest(reveals)}.${digest(play)}`,
    };
  }

  /** For the therapists of the family: all of it. */
  asTherapist(id: FamilySessionId): Followed<SessionRun> {
    return {
      ...{ id, event: 'hour' },
      read: (actor) => this.running.read(actor, id),
      mark: ({ revision, padRevision, people, reveals, papers, scripts, next }) =>
        `${revision}.${padRevision}.${digest(people)}.${digest(reveals)}.${digest([papers, scripts, next])}`,
    };
  }

  #read(actor: Actor, id: FamilySessionId): Promise<FollowedHour> {
    return this.database.as(actor, async (tx) => {
      const asking = await this.askings.own(tx, actor, id);
      if (asking === null) throw new Refusal('not-found');
      demand(mayFollowSession(actor, asking));
      const hour = await this.hours.find(tx, id);
      if (hour === null) throw new Refusal('not-found');
      return presentHour(hour, await this.#reveals(tx, actor, hour), await this.#play(tx, actor, hour));
    });
  }

  /** Whoever does not have the script sees nothing of it, and nothing of its being played. */
  async #play(tx: Transaction, actor: Actor, { play }: FollowedRow): Promise<FollowedHour['play']> {
    if (play === null) return null;
    const [piece] = await this.reveals.ownPieces(tx, actor, [play.documentId]);
    const { moment, at, mine } = play;
    return piece === undefined ? null : { ...{ taskId: piece.taskId, moment, at }, mine };
  }

  /** What of this entry is about the reader: their own answers, and what others opened to them beside those. */
  async #reveals(
    tx: Transaction,
    actor: Actor,
    { end, entry }: FollowedRow,
  ): Promise<FollowedHour['reveals']> {
    const asked = end === null ? (entry?.reveals ?? []) : [];
    if (asked.length === 0) return [];
    const documentIds = [...new Set(asked.map(({ documentId }) => documentId))];
    const pieces = (await this.reveals.ownPieces(tx, actor, documentIds)).filter(({ isSent }) => isSent);
    const taskIds = pieces.map(({ taskId }) => taskId);
    const mine = await this.reveals.own(tx, actor, taskIds);
    const opened = await this.reveals.opened(tx, actor, taskIds);
    return pieces.flatMap(({ documentId, taskId }) =>
      asked
        .filter((one) => one.documentId === documentId)
        .flatMap(({ promptId }) => {
          const isIt = (one: { taskId: TaskId; promptId: string }): boolean =>
            one.taskId === taskId && one.promptId === promptId;
          const own = mine.find(isIt);
          const offer = own?.offer ?? null;
          const isShown = offer !== null && isSettled(offer);
          const ids = opened.filter(isIt).map(({ answerId }) => answerId);
          return own === undefined ? [] : [{ taskId, promptId, opened: ids, isShown }];
        }),
    );
  }
}

/** Who is there changes by replies, holds and names too, which no revision of the hour counts. */
function digest(people: unknown): string {
  return createHash('sha256').update(JSON.stringify(people)).digest('base64url').slice(0, 12);
}

function presentHour(
  row: FollowedRow,
  reveals: FollowedHour['reveals'],
  play: FollowedHour['play'],
): FollowedHour {
  const { id, minutes, revision, seconds, entry, place, total, turn, isMyTurn, asked, groundRules } = row;
  return {
    ...{ id, minutes, revision, stands: standing(row) },
    entry: entry && { title: entry.title, minutes: entry.minutes + entry.added, place, total },
    ...{ groundRules: [...groundRules], reveals, play },
    turn: turn === null ? null : { displayName: turn, isMine: isMyTurn, asked: (asked ?? '').trim() },
    seconds: { hour: seconds.hour, entry: seconds.entry + (entry?.seconds ?? 0) },
  };
}

function standing({ hasBegun, end, breathing, entry }: FollowedRow): HourStands {
  if (!hasBegun) return 'before';
  if (end !== null) return end;
  if (breathing) return 'pause';
  return entry === null ? 'through' : 'under-way';
}
