import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Session } from '../session/session';
import { NumbersNotice } from './numbers-notice';
import { SkipLink } from './skip-link';

/** What stands around staff pages: a narrow rail of words, and a page of paper. */
@Component({
  selector: 'cg-staff-frame',
  imports: [NumbersNotice, RouterLink, RouterLinkActive, RouterOutlet, SkipLink, TranslocoDirective],
  templateUrl: './staff-frame.html',
  styleUrl: './staff-frame.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StaffFrame {
  protected readonly session = inject(Session);
}
