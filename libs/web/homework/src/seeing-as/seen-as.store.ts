import { Injectable, computed, inject, signal } from '@angular/core';
import { type DocumentId, type MemberId, type SeenAs, type Task, isDay } from '@common-ground/contract';
import { type BegunShare, BegunShares, shareNoteKey } from '@common-ground/web/documents';
import { Api, HalfWritten, loaded } from '@common-ground/web/platform';

interface Looked {
  readonly documentId: DocumentId;
  readonly memberId: MemberId;
}

/** What one person would get: as the server puts it together, with the days and words that stand on the page that shares it. */
@Injectable()
export class SeenAsStore {
  private readonly api = inject(Api);
  private readonly begun = inject(BegunShares);
  private readonly halfWritten = inject(HalfWritten);
  private readonly looked = signal<Looked | undefined>(undefined);

  readonly seen = loaded(
    () => this.looked(),
    async ({ documentId, memberId }, stop): Promise<SeenAs> => {
      const path = `documents/${documentId}/seen-as/${memberId}`;
      const [{ body }, note] = await Promise.all([
        this.api.get<SeenAs>(path, { signal: stop }),
        this.noteTo(documentId),
      ]);
      return { ...body, piece: body.piece && this.asSent(body.piece, note) };
    },
  );
  readonly piece = computed(() => this.seen.value()?.piece ?? null);
  /** Where its pages are, below the address of this one. */
  readonly root = computed<readonly string[]>(() => {
    const { documentId = '', memberId = '' } = this.looked() ?? {};
    return ['/app/docs', documentId, 'as', memberId];
  });

  /** What is chosen on the page that shares it, as far as somebody has been there. */
  chosen(): BegunShare | null {
    const id = this.looked()?.documentId;
    return id === undefined ? null : this.begun.of(id);
  }

  of(documentId: DocumentId, memberId: MemberId): void {
    this.looked.set({ documentId, memberId });
  }

  /** Whoever goes on from here to anywhere but the page that shares it has chosen nothing. */
  leave(): void {
    const id = this.looked()?.documentId;
    if (id !== undefined) this.begun.leave(id);
  }

  private async noteTo(id: DocumentId): Promise<string> {
    const note = (await this.halfWritten.under(shareNoteKey(id))).get('');
    return typeof note === 'string' ? note.trim() : '';
  }

  private asSent(piece: Task, note: string): Task {
    const { dueOn = '', openUntilOn = '' } = this.begun.of(piece.documentId) ?? {};
    return {
      ...piece,
      dueOn: isDay(dueOn) ? dueOn : null,
      openUntilOn: isDay(openUntilOn) ? openUntilOn : null,
      note: note === '' ? null : note,
    };
  }
}
