import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { WordsInTemplate } from '../words/in-templates';
import { Session } from '../session/session';
import { ExitButton } from './exit-button';
import { SkipLink } from './skip-link';

/** What stands around family pages, signed in or out: the practice's name, help, and the way out. No navigation. */
@Component({
  selector: 'cg-family-frame',
  imports: [ExitButton, RouterLink, RouterOutlet, SkipLink, WordsInTemplate],
  templateUrl: './family-frame.html',
  styleUrl: './family-frame.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FamilyFrame {
  protected readonly session = inject(Session);
  protected readonly practice = computed(() => this.session.practice()?.name ?? null);

  constructor() {
    // Open pages ask nobody in, but the practice's name and numbers belong on them when somebody is.
    void this.session.known().catch(() => undefined);
  }
}
