import { Injectable } from '@nestjs/common';
import type { DocumentContent, PracticeId } from '@common-ground/contract';
import { LRUCache } from 'lru-cache';
import type { VersionRow } from './task.repository';

/** So many are remembered; of more, those that were asked for least lately are forgotten. */
const MOST_HEADS = 10_000;
/** Letters of JSON of all texts that are remembered: one to two thousand worksheets as they usually are. */
const MOST_LETTERS = 16_000_000;

/**
 * What versions say, once it was read: a version never changes. It is shown only to whom the rows have just said, in the
 * same request, that a piece of this version reaches them, and so the version does; who that is, is never remembered.
 */
@Injectable()
export class KnownVersions {
  readonly #heads = new LRUCache<string, VersionRow>({ max: MOST_HEADS });
  readonly #texts = new LRUCache<string, DocumentContent>({ maxSize: MOST_LETTERS });

  /**
   * A script is read by each as they may: who is kept apart is not named in it. So its text is read anew each time.
   * @param row its `content` is null where the text was not read
   */
  keep(practiceId: PracticeId, row: VersionRow & { readonly content: DocumentContent | null }): void {
    const { versionId, kind, title, version, whyItHelps, minutes, prompts, varies, content } = row;
    const name = nameOf(practiceId, versionId);
    this.#heads.set(name, { versionId, kind, title, version, whyItHelps, minutes, prompts, varies });
    if (content === null || kind === 'role-play-script' || this.#texts.has(name)) return;
    this.#texts.set(name, content, { size: JSON.stringify(content).length });
  }

  head(practiceId: PracticeId, versionId: string): VersionRow | undefined {
    return this.#heads.get(nameOf(practiceId, versionId));
  }

  text(practiceId: PracticeId, versionId: string): DocumentContent | undefined {
    return this.#texts.get(nameOf(practiceId, versionId));
  }
}

function nameOf(practiceId: PracticeId, versionId: string): string {
  return `${practiceId} ${versionId}`;
}
