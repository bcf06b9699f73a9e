import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import {
  Breadcrumb,
  ErrorSummary,
  Field,
  PageHeading,
  ProblemNotice,
  WordsInTemplate,
  checkedAgainst,
  sendingOf,
} from '@common-ground/web/platform';
import { FamiliesClient } from './families.client';

@Component({
  selector: 'cg-new-family-page',
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
  templateUrl: './new-family-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewFamilyPage {
  private readonly client = inject(FamiliesClient);
  private readonly router = inject(Router);

  protected readonly sending = sendingOf('people');
  private readonly model = signal({ client: { displayName: '' }, name: '' });
  protected readonly form = form(this.model);

  protected async open(): Promise<void> {
    const { client, name } = this.model();
    const request = { name: name.trim(), client: { displayName: client.displayName.trim() } };
    const family = await this.sending.send(
      () => this.client.open(request),
      () => checkedAgainst('NewFamily', request),
    );
    if (family) void this.router.navigate(['/app/families', family.id]);
  }
}
