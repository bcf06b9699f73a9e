import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import {
  SESSION_ROLES,
  type MemberId,
  type PersonId,
  type Relation,
  type SessionRole,
  type SessionSide,
  type StaysAway,
} from '@common-ground/contract';
import { TranslocoDirective } from '@common-ground/web/platform';
import { PlanStore } from './plan.store';

interface Line {
  readonly id: MemberId | PersonId;
  readonly side: SessionSide;
  readonly name: string;
  readonly relation: Relation | null;
  readonly role: SessionRole | null;
  readonly staysAway: StaysAway | null;
}

/** Who comes, and what each does in the hour. Why somebody cannot come is for therapists, and so is this page. */
@Component({
  selector: 'cg-company-list',
  imports: [TranslocoDirective],
  templateUrl: './company-list.html',
  styleUrl: './company-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CompanyList {
  private readonly store = inject(PlanStore);

  protected readonly roles = SESSION_ROLES;
  protected readonly lines = computed<readonly Line[]>(() => {
    const { staff, candidates } = this.store.session();
    const roleOf = (id: string): SessionRole | null =>
      this.store.plan().people.find((person) => person.id === id)?.role ?? null;
    return [
      ...staff.map(({ id, displayName: name }): Line => ({
        ...{ id, side: 'staff', name, relation: null, role: roleOf(id), staysAway: null },
      })),
      ...candidates.map(({ memberId: id, displayName: name, relation, staysAway }): Line => ({
        ...{ id, side: 'family', name, relation, role: roleOf(id), staysAway },
      })),
    ];
  });

  protected choose({ side, id }: Line, value: string): void {
    this.store.cast(side, id, SESSION_ROLES.find((role) => role === value) ?? null);
  }
}
