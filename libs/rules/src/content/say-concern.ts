import type { Concern } from '@common-ground/contract';
import type { Part } from './parts';

/** Gathers what a check has to say. `path` is dotted from the draft's root. */
export class Concerns {
  readonly list: Concern[] = [];

  /** Must be mended before the document is submitted or shared. */
  must(code: string, path: string, blockId: string | null = null, params: Concern['params'] = {}): void {
    this.list.push({ code, path, blockId, blocks: true, params });
  }

  /** Advice. */
  may(code: string, path: string, blockId: string | null = null, params: Concern['params'] = {}): void {
    this.list.push({ code, path, blockId, blocks: false, params });
  }

  /** Comments, changes and answers are kept by id, so no id stands for two things. */
  repeatedIds(parts: readonly Part[]): void {
    const seen = new Set<string>();
    for (const { id } of parts) {
      if (seen.has(id)) this.must('block-id-repeated', 'content', id);
      seen.add(id);
    }
  }
}
