import { NgComponentOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { LeftNotice } from '../saving/left-notice';
import { WordsInTemplate } from '../words/in-templates';
import { Session } from '../session/session';
import { loaded } from '../states/loaded';
import { NumbersNotice } from './numbers-notice';
import { SharedScreen } from './shared-screen';
import { SkipLink } from './skip-link';
import { STAFF_NOTICE } from './staff-notice';

/** What stands around staff pages: a narrow rail of words, and a page of paper. */
@Component({
  selector: 'cg-staff-frame',
  imports: [
    LeftNotice,
    NgComponentOutlet,
    NumbersNotice,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    SkipLink,
    WordsInTemplate,
  ],
  templateUrl: './staff-frame.html',
  styleUrl: './staff-frame.scss',
  host: { '[class.alone]': 'isShared()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StaffFrame {
  protected readonly session = inject(Session);
  protected readonly isShared = inject(SharedScreen).isOn;
  private readonly bringNotice = inject(STAFF_NOTICE, { optional: true });

  protected readonly notice = loaded(
    () => this.bringNotice ?? undefined,
    (bring) => bring(),
  );
}
