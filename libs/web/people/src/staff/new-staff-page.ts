import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { type Language, STAFF_ROLES, type StaffRole } from '@common-ground/contract';
import {
  Breadcrumb,
  ErrorSummary,
  Field,
  PageHeading,
  ProblemNotice,
  WordsInTemplate,
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { PracticeClient } from '../practice/practice.client';
import { StaffClient } from './staff.client';

/** Somebody new among the staff: name, address, language, and what they are here. */
@Component({
  selector: 'cg-new-staff-page',
  imports: [
    Breadcrumb,
    ErrorSummary,
    Field,
    FormField,
    PageHeading,
    ProblemNotice,
    RouterLink,
    WordsInTemplate,
  ],
  templateUrl: './new-staff-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewStaffPage {
  private readonly client = inject(StaffClient);
  private readonly practice = inject(PracticeClient);
  private readonly router = inject(Router);

  protected readonly settings = loaded(
    () => true,
    () => this.practice.settings(),
  );
  protected readonly roles = STAFF_ROLES;
  protected readonly chosen = signal<readonly StaffRole[]>([]);
  protected readonly sending = sendingOf('practice');
  private readonly model = signal<{ displayName: string; email: string; language: Language }>({
    displayName: '',
    email: '',
    language: 'en',
  });
  protected readonly form = form(this.model);

  protected choose(role: StaffRole): void {
    this.chosen.update((chosen) =>
      chosen.includes(role) ? chosen.filter((other) => other !== role) : [...chosen, role],
    );
  }

  protected async add(): Promise<void> {
    const { displayName, email, language } = this.model();
    const request = {
      displayName: displayName.trim(),
      email: email.trim(),
      language,
      roles: [...this.chosen()],
    };
    const added = await this.sending.send(
      () => this.client.add(request),
      () => checkedAgainst('NewStaff', request),
    );
    if (added) void this.router.navigate(['/admin/people', added.id]);
  }
}
