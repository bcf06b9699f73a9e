import { Injectable, inject } from '@angular/core';
import type { Me, PersonId } from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/**
 * Once it is known who is here, their first page is asked for, and made while the line is waited for. By the same names
 * and in the same way as the parts of the page ask: they take the answers up.
 */
@Injectable({ providedIn: 'root' })
export class FirstPageAhead {
  private readonly api = inject(Api);
  private isAskedFor = false;

  /** The app begins with it: it is asked for before the page itself has been found. The server gives it to nobody else. */
  isOf({ person, roles }: Me): void {
    if (!roles.some((role) => role === 'client' || role === 'member')) return;
    this.ask(person.id);
    this.isAskedFor = true;
  }

  /** The page comes to be. What the app began with is not asked for twice. */
  isOpened(): void {
    if (!this.isAskedFor) this.ask();
    this.isAskedFor = false;
  }

  private ask(inNameOf?: PersonId): void {
    const asking = inNameOf === undefined ? {} : { inNameOf };
    this.api.askAhead('homework', { ...asking, isKept: true });
    this.api.askAhead('me/consent-requests', asking);
    this.api.askAhead('me/family-sessions', { ...asking, isKept: true });
  }
}
