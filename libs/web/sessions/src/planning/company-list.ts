import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  SESSION_ROLES,
  type MemberId,
  type NotCovered,
  type PapersStanding,
  type PersonId,
  type Relation,
  type SessionRole,
  type SessionSide,
  type StaysAway,
} from '@common-ground/contract';
import { Dates, WordsInTemplate } from '@common-ground/web/platform';
import { PlanStore } from './plan.store';

interface Line {
  readonly id: MemberId | PersonId;
  readonly side: SessionSide;
  readonly name: string;
  readonly relation: Relation | null;
  readonly role: SessionRole | null;
  readonly staysAway: StaysAway | null;
  /** Of whoever comes, and of nobody who cannot: that stands there already. */
  readonly papers: PapersStanding | null;
}

/** Who comes, and what each does in the hour. Why somebody cannot come is for therapists, and so is this page. */
@Component({
  selector: 'cg-company-list',
  imports: [RouterLink, WordsInTemplate],
  templateUrl: './company-list.html',
  styleUrl: './company-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CompanyList {
  private readonly store = inject(PlanStore);
  protected readonly dates = inject(Dates);

  protected readonly roles = SESSION_ROLES;
  protected readonly lines = computed<readonly Line[]>(() => {
    const { staff, candidates } = this.store.session();
    const roleOf = (id: string): SessionRole | null =>
      this.store.plan().people.find((person) => person.id === id)?.role ?? null;
    return [
      ...staff.map(({ id, displayName: name }): Line => ({
        ...{ id, side: 'staff', name, relation: null, role: roleOf(id), staysAway: null, papers: null },
      })),
      ...candidates.map(({ memberId: id, displayName: name, relation, staysAway, papers }): Line => {
        const role = roleOf(id);
        const isComing = role !== null && staysAway === null;
        return { id, side: 'family', name, relation, role, staysAway, papers: isComing ? papers : null };
      }),
    ];
  });
  protected readonly familyId = computed(() => this.store.session().family.id);

  /** A consent is what is missing, so the way forward is to ask for one. */
  protected asksForConsent(because: NotCovered): boolean {
    return ['no-consent', 'consent-ended', 'consent-revoked'].includes(because);
  }

  protected isConsentMissing({ missing }: PapersStanding): boolean {
    return missing.some(({ because }) => this.asksForConsent(because));
  }

  protected choose({ side, id }: Line, value: string): void {
    this.store.cast(side, id, SESSION_ROLES.find((role) => role === value) ?? null);
  }
}
