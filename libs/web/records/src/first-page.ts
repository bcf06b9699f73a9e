import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { Session } from '@common-ground/web/platform';
import { filter, map } from 'rxjs';

/** Whether the reader is on their own first page, where people are told what concerns them. */
@Injectable({ providedIn: 'root' })
export class FirstPage {
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );
  readonly isHere = computed(() => this.url() === this.session.home());
}
