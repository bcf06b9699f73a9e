import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type { MarkRead, ReadMarks, ReviewId } from '@common-ground/contract';
import { mayDecideReview, type Actor } from '@common-ground/rules/access';
import { exactlyKept, rulesOf, writtenParts } from '@common-ground/rules/content';
import type { VersionRow } from '../drafting/document.repository';
import { ReadingRepository } from './reading.repository';
import type { ReviewRow } from './review.repository';
import { ReviewsInSight } from './reviews-in-sight';

/** What a supervisor has read of the version before them. It binds nobody, themself included. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewsInSight,
    private readonly readings: ReadingRepository,
  ) {}

  /** A note to oneself: that the text was read at all stands in the audit since it was opened. */
  mark(actor: Actor, id: ReviewId, { blockId, read }: MarkRead): Promise<ReadMarks> {
    return this.database.as(actor, async (tx) => {
      const review = await this.reviews.require(tx, actor, id);
      demand(mayDecideReview(actor, review));
      if (review.state !== 'waiting') throw new Refusal('wrong-state', { because: review.state });
      const version = await this.reviews.version(tx, actor, review);
      const digests = digestsOf(review, version);
      const digest = digests.get(blockId);
      if (digest === undefined)
        throw Refusal.field('blockId', 'not-a-block', 'This version has no such block.');
      const keep = [...digests.keys()].filter((part) => read || part !== blockId);
      await this.readings.mark(tx, actor, review.documentId, read ? { [blockId]: digest } : {}, keep);
      return { read: await this.read(tx, actor, review, version) };
    });
  }

  /** The parts of a version the actor has read as they stand in it, in reading order. */
  async read(tx: Transaction, actor: Actor, review: ReviewRow, version: VersionRow): Promise<string[]> {
    const marks = await this.readings.of(tx, actor, review.documentId);
    return [...digestsOf(review, version)]
      .filter(([part, digest]) => Object.hasOwn(marks, part) && marks[part] === digest)
      .map(([part]) => part);
  }
}

function digestsOf({ document }: ReviewRow, { content }: VersionRow): ReadonlyMap<string, string> {
  const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
  const kept = exactlyKept(content);
  const parts = writtenParts(rulesOf(document.kind).parts(content));
  return new Map(parts.map((part) => [part.id, digest(String(kept.get(part.id)))]));
}
