import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import type { Page, StaffMember } from '@common-ground/contract';
import { Dates, PageHeading, Waiting, Words, loadedFrom } from '@common-ground/web/platform';
import { TranslocoDirective } from '@jsverse/transloco';

/** The practice's staff, for its admin. No clinical word and no family stands here. */
@Component({
  selector: 'cg-staff-page',
  imports: [PageHeading, TranslocoDirective, Waiting],
  template: `
    <ng-container *transloco="let t">
      <h1 cgHeading>{{ t('people.staff.title') }}</h1>
      <p>{{ t('people.staff.lead') }}</p>
      @if (staff.value(); as staff) {
        <ul class="cg-lines">
          @for (person of staff.items; track person.id) {
            <li>
              <strong>{{ person.displayName }}</strong>, {{ rolesOf(person) }}
            </li>
          }
        </ul>
      } @else {
        <cg-waiting [on]="staff" shape="list" />
      }
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StaffPage {
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);

  protected readonly staff = loadedFrom<Page<StaffMember>>(() => 'staff');

  protected rolesOf(person: StaffMember): string {
    return this.dates.list(person.roles.map((role) => this.words.say(`people.roles.${role}`)));
  }
}
