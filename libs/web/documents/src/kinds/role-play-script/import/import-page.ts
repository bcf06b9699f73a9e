import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router } from '@angular/router';
import { LIMITS, type FamilyId } from '@common-ground/contract';
import { parseFountain } from '@common-ground/rules/content';
import {
  Field,
  PageHeading,
  ProblemNotice,
  Words,
  WordsInTemplate,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { DocumentsClient } from '../../../documents.client';

/** A script begun from a Fountain file or from pasted text. What was understood, and what was not, is shown first. */
@Component({
  selector: 'cg-import-page',
  imports: [Field, PageHeading, ProblemNotice, WordsInTemplate],
  templateUrl: './import-page.html',
  styleUrl: './import-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportPage {
  private readonly client = inject(DocumentsClient);
  private readonly router = inject(Router);
  private readonly words = inject(Words);

  /** The family to begin for, from the address. */
  readonly family = input<FamilyId>();

  protected readonly families = loaded(
    () => 'families',
    () => this.client.families().catch(() => []),
  );
  protected readonly chosen = linkedSignal<FamilyId | undefined>(() => this.family());
  protected readonly text = signal('');
  protected readonly isTooLong = signal(false);
  protected readonly isAsked = signal(false);
  protected readonly sending = sendingOf('documents');
  protected readonly longest = LIMITS.body / 4;

  protected readonly read = computed(() => {
    if (this.text().trim() === '') return null;
    const { title, content, unread } = parseFountain(this.text(), 'en');
    const names = new Map(content.roles.map(({ id, name }) => [id, name]));
    const turns = content.turns.map(({ id, roleId, line }) => ({ id, name: names.get(roleId) ?? '', line }));
    return { title: title.trim() || this.untitled(), content, unread, turns };
  });
  protected readonly isReady = computed(() => (this.read()?.turns.length ?? 0) > 0);

  protected choose(picked: Event): void {
    this.chosen.set(((picked.target as HTMLSelectElement).value as FamilyId) || undefined);
  }

  protected async open(picked: Event): Promise<void> {
    const file = (picked.target as HTMLInputElement).files?.[0];
    if (file === undefined) return;
    // Looked at before it is read: nobody waits for a film that was chosen by mistake.
    this.take(file.size > this.longest * 4 ? null : await file.text());
  }

  protected paste(typed: Event): void {
    this.take((typed.target as HTMLTextAreaElement).value);
  }

  protected async make(): Promise<void> {
    this.isAsked.set(true);
    const read = this.read();
    if (read === null || !this.isReady()) return;
    const [familyId, { title, content }] = [this.chosen(), read];
    const made = await this.sending.send(async () => {
      const begun = await this.client.create({
        kind: 'role-play-script',
        title,
        ...(familyId && { familyId }),
      });
      return this.client.saveScript(begun.id, begun.revision, { title, content });
    });
    if (made) void this.router.navigate(['/app/docs', made.id]);
  }

  private take(text: string | null): void {
    const isTooLong = text === null || text.length > this.longest;
    this.isTooLong.set(isTooLong);
    this.isAsked.set(false);
    this.text.set(isTooLong ? '' : text);
  }

  private untitled(): string {
    return this.words.say('documents.untitled.role-play-script');
  }
}
