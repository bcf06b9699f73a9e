import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import {
  type FamilyId,
  type KnownPerson,
  type PersonId,
  RELATIONS,
  type Relation,
} from '@common-ground/contract';
import {
  Breadcrumb,
  Dates,
  ErrorSummary,
  Field,
  PageHeading,
  ProblemNotice,
  WordsInTemplate,
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { FamiliesClient } from './families.client';

@Component({
  selector: 'cg-new-member-page',
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
  templateUrl: './new-member-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewMemberPage {
  private readonly client = inject(FamiliesClient);
  private readonly router = inject(Router);
  private readonly dates = inject(Dates);

  readonly id = input.required<FamilyId>();

  protected readonly family = loaded(this.id, (id) => this.client.family(id));
  protected readonly known = loaded(this.id, (id) => this.client.knownPeople(id));
  protected readonly relations = RELATIONS.filter((relation) => relation !== 'client');
  protected readonly sending = sendingOf('people');
  private readonly model = signal<{
    displayName: string;
    personId: PersonId | '';
    relation: Relation | '';
    contact: string;
  }>({
    displayName: '',
    personId: '',
    relation: '',
    contact: '',
  });
  protected readonly form = form(this.model);

  protected async add(): Promise<void> {
    const { displayName, personId, relation, contact } = this.model();
    const request = {
      ...(personId === '' ? { displayName: displayName.trim() } : { personId }),
      relation: relation as Relation,
      ...(contact.trim() === '' ? {} : { contact: contact.trim() }),
    };
    const member = await this.sending.send(
      () => this.client.addMember(this.id(), request),
      () => checkedAgainst('NewMember', request),
    );
    if (member) void this.router.navigate(['/app/families', this.id()]);
  }

  protected familiesOf({ families }: KnownPerson): string {
    return this.dates.list(families.map(({ name }) => name));
  }
}
