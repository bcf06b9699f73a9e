import { Injectable, computed, inject, signal } from '@angular/core';
import type {
  Document,
  DocumentId,
  MemberId,
  NewerVersion,
  NewShare,
  Share,
  ShareChange,
  SharePreview,
} from '@common-ground/contract';
import { type FieldError, type Meant, Problem, SaveQueue, Words, loaded } from '@common-ground/web/platform';
import { DocumentsClient } from '../documents.client';

interface Sharing {
  readonly document: Document;
  readonly preview: SharePreview;
  readonly shares: readonly Share[];
}

/** Who may get this document, who has it already, and who is chosen to get it now. */
@Injectable()
export class ShareStore {
  private readonly client = inject(DocumentsClient);
  private readonly queue = inject(SaveQueue);
  private readonly words = inject(Words);
  private readonly id = signal<DocumentId | undefined>(undefined);

  /** The one person a share is looked at for; null while everybody is. */
  readonly only = signal<MemberId | null>(null);

  readonly sharing = loaded(
    () => {
      const id = this.id();
      return id === undefined ? undefined : { id, only: this.only() };
    },
    async ({ id, only }): Promise<Sharing> => {
      // The preview is about the newest text, wrong names included.
      await this.queue.settled(`documents/${id}`);
      const [document, preview, shares] = await Promise.all([
        this.client.document(id),
        this.client.previewShare(id, only === null ? undefined : [only]),
        this.client.shares(id),
      ]);
      return { document, preview, shares };
    },
  );
  private readonly picked = signal<ReadonlySet<MemberId>>(new Set());
  readonly open = computed(() =>
    (this.sharing.value()?.preview.lines ?? []).filter(({ allowed }) => allowed),
  );
  readonly closed = computed(() =>
    (this.sharing.value()?.preview.lines ?? []).filter(({ allowed }) => !allowed),
  );
  /** Only those who may still get it: the preview may have changed since somebody was picked. */
  readonly chosen = computed(() => this.open().filter(({ member }) => this.picked().has(member.id)));
  readonly inForce = computed(() =>
    (this.sharing.value()?.shares ?? []).filter(({ revokedAt }) => revokedAt === null),
  );
  /** The share just made, and the one just taken back. */
  readonly done = signal<Share | null>(null);
  readonly stopped = signal<Share | null>(null);
  /** What was given in place of an older version. */
  readonly replaced = signal<Share | null>(null);
  readonly failed = signal<Problem | null>(null);
  private isBusy = false;
  /** The words in which names of another family were told. */
  private lookedThrough = '';

  of(id: DocumentId): void {
    // Whose names are wrong depends on whose document it is.
    if (id !== this.id()) this.lookedThrough = '';
    this.id.set(id);
  }

  readonly pickedIds = computed<readonly MemberId[]>(() => [...this.picked()]);

  pickAll(ids: readonly MemberId[]): void {
    this.picked.set(new Set(ids));
  }

  isPicked(id: MemberId): boolean {
    return this.picked().has(id);
  }

  pick(id: MemberId, isPicked: boolean): void {
    const picked = new Set(this.picked());
    if (isPicked) picked.add(id);
    else picked.delete(id);
    this.picked.set(picked);
  }

  /**
   * Names of other families in the words that go along. They are told once: whoever sends the same words again means
   * them. Where it cannot be asked now, that stops nobody.
   */
  async wrongNamesIn(note: string): Promise<readonly FieldError[]> {
    const id = this.id();
    if (id === undefined || note === '' || note === this.lookedThrough) return [];
    const names = await this.client.wrongNamesInNote(id, note).catch(() => []);
    if (names.length > 0) this.lookedThrough = note;
    return names.map((name) => this.wrongNameAt(name));
  }

  /** The same where the server has found them, and nothing else is wrong; nothing was sent. */
  wrongNamesFound(note: string): readonly FieldError[] {
    const failed = this.failed();
    if (failed?.code !== 'names-people') return [];
    this.failed.set(null);
    this.lookedThrough = note;
    return failed.errors.map(({ message }) => this.wrongNameAt(message));
  }

  private wrongNameAt(name: string): FieldError {
    return { field: 'note', words: this.words.say('documents.share.wrongNameInNote', { name }) };
  }

  /** Said along once somebody was told of the names in these words. */
  private meant(note: string | null | undefined): Meant {
    return note && note === this.lookedThrough ? { namesMeant: true } : {};
  }

  /** True once it holds. */
  async change(share: Share, change: ShareChange): Promise<boolean> {
    let isDone = false;
    await this.busy(async () => {
      await this.client.changeShare(share, { ...change, ...this.meant(change.note) });
      isDone = true;
      this.sharing.again();
    });
    return isDone;
  }

  async share(wish: Omit<NewShare, 'memberIds'>): Promise<void> {
    const id = this.id();
    if (id === undefined) return;
    const memberIds = this.chosen().map(({ member }) => member.id);
    await this.busy(async () =>
      this.done.set(await this.client.share(id, { memberIds, ...wish, ...this.meant(wish.note) })),
    );
  }

  async stop(share: Share): Promise<void> {
    await this.busy(async () => {
      await this.client.revoke(share.id);
      this.stopped.set(share);
      this.sharing.again();
    });
  }

  /** Null when it could not be asked; why is said on the page. */
  async newer(share: Share): Promise<NewerVersion | null> {
    let newer: NewerVersion | null = null;
    await this.busy(async () => {
      newer = await this.client.newerVersion(share.id);
    });
    return newer;
  }

  /** Whoever has not begun gets the newer version; who they are by now, the server says. */
  async replace(share: Share): Promise<void> {
    await this.busy(async () => {
      this.replaced.set(await this.client.replaceShare(share.id));
      this.sharing.again();
    });
  }

  /** Nothing more of it opens; what has opened stays. */
  async halt(share: Share): Promise<void> {
    await this.busy(async () => {
      await this.client.stopShare(share.id);
      this.sharing.again();
    });
  }

  private async busy(act: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failed.set(null);
    try {
      await act();
    } catch (cause) {
      this.failed.set(Problem.from(cause));
      // A consent may have been taken back a moment ago: show what holds now.
      this.sharing.again();
    } finally {
      this.isBusy = false;
    }
  }
}
