import { Injectable } from '@nestjs/common';
import type { DocumentContent } from '@common-ground/contract';
import { LRUCache } from 'lru-cache';
import type { VersionRow } from './task.repository';

/** So many are remembered; of more, those that were asked for least lately are forgotten. */
const MOST_HEADS = 10_000;
const MOST_TEXTS = 200;

/**
 * What versions say, once it was read: a version never changes. It is shown only to whom the rows have just said, in the
 * same request, that a piece of this version reaches them; who that is, is never remembered.
 */
@Injectable()
export class KnownVersions {
  readonly #heads = new LRUCache<string, VersionRow>({ max: MOST_HEADS });
  readonly #texts = new LRUCache<string, DocumentContent>({ max: MOST_TEXTS });

  /**
   * A script is read by each as they may: who is kept apart is not named in it. So its text is read anew each time.
   * @param content null where the text was not read
   */
  keep(row: VersionRow & { readonly content: DocumentContent | null }): void {
    const { versionId, kind, title, version, whyItHelps, minutes, prompts, varies, content } = row;
    this.#heads.set(versionId, { versionId, kind, title, version, whyItHelps, minutes, prompts, varies });
    if (content !== null && kind !== 'role-play-script') this.#texts.set(versionId, content);
  }

  head(versionId: string): VersionRow | undefined {
    return this.#heads.get(versionId);
  }

  text(versionId: string): DocumentContent | undefined {
    return this.#texts.get(versionId);
  }
}
