import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import {
  REVIEWED_KINDS,
  type ReviewedKind,
  type PersonId,
  SUPERVISION_STRENGTHS,
  type StaffMember,
  type SupervisionStrength,
} from '@common-ground/contract';
import {
  Breadcrumb,
  ErrorSummary,
  Field,
  PageHeading,
  ProblemNotice,
  Session,
  WordsInTemplate,
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { PracticeClient } from '../practice/practice.client';
import { StaffClient } from './staff.client';

/** Pairs a supervisor with a therapist from a day on. */
@Component({
  selector: 'cg-new-supervision-page',
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
  templateUrl: './new-supervision-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewSupervisionPage {
  private readonly client = inject(StaffClient);
  private readonly practice = inject(PracticeClient);
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  private readonly staff = loaded(
    () => true,
    () => this.client.staff(),
  );
  private readonly settings = loaded(
    () => true,
    () => this.practice.settings(),
  );
  protected readonly strengths = SUPERVISION_STRENGTHS;
  /** Admins do not choose themselves as anybody's supervisor. */
  protected readonly supervisors = computed(() =>
    this.#holding('supervisor').filter(({ id }) => id !== this.session.person()?.id),
  );
  protected readonly therapists = computed(() => this.#holding('therapist'));
  protected readonly sending = sendingOf('practice');
  private readonly model = signal<{
    supervisorId: string;
    therapistId: string;
    strength: SupervisionStrength;
    coSignerId: string;
    fromOn: string;
  }>({ supervisorId: '', therapistId: '', strength: 'must-approve', coSignerId: '', fromOn: '' });
  protected readonly form = form(this.model);
  protected readonly asksForTwo = computed(() => this.model().strength === 'must-approve-and-co-sign');
  /** The second signature is never the first signer's own. */
  protected readonly coSigners = computed(() =>
    this.supervisors().filter(({ id }) => id !== this.model().supervisorId),
  );
  protected readonly kinds = REVIEWED_KINDS;
  protected readonly coSigned = signal<readonly ReviewedKind[]>(REVIEWED_KINDS);
  protected readonly today = computed(() => this.settings.value()?.today ?? '');

  protected choose(kind: ReviewedKind): void {
    this.coSigned.update((chosen) =>
      chosen.includes(kind) ? chosen.filter((other) => other !== kind) : [...chosen, kind],
    );
  }

  protected async pair(): Promise<void> {
    const { supervisorId, therapistId, strength, coSignerId, fromOn } = this.model();
    const request = {
      supervisorId: supervisorId as PersonId,
      therapistId: therapistId as PersonId,
      strength,
      ...(this.asksForTwo() && { coSignerId: coSignerId as PersonId, coSignedKinds: [...this.coSigned()] }),
      // Nothing chosen means from today on, as the practice counts its days.
      fromOn: fromOn === '' ? this.today() : fromOn,
    };
    const paired = await this.sending.send(
      () => this.client.pair(request),
      () => checkedAgainst('NewSupervision', request),
    );
    if (paired) void this.router.navigate(['/admin/people']);
  }

  #holding(role: StaffMember['roles'][number]): readonly StaffMember[] {
    return this.staff.value()?.filter(({ roles }) => roles.includes(role)) ?? [];
  }
}
