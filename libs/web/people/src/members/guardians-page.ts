import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import {
  type FamilyId,
  GUARDIAN_KINDS,
  type Guardian,
  type GuardianKind,
  type MemberId,
  type NewGuardian,
} from '@common-ground/contract';
import {
  Announcer,
  Breadcrumb,
  Dates,
  ErrorSummary,
  Field,
  PageHeading,
  Problem,
  ProblemNotice,
  Waiting,
  Words,
  WordsInTemplate,
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { FamiliesClient } from '../families/families.client';
import { MembersClient } from './members.client';

interface Written {
  readonly memberId: MemberId | '';
  readonly forMemberId: MemberId | '';
  readonly kind: GuardianKind | '';
  readonly evidence: string;
  readonly fromOn: string;
  readonly untilOn: string;
}

const NOTHING: Written = { memberId: '', forMemberId: '', kind: '', evidence: '', fromOn: '', untilOn: '' };

/** Who speaks for whom in a family, on what evidence and on which days. */
@Component({
  selector: 'cg-guardians-page',
  imports: [Breadcrumb, ErrorSummary, Field, FormField, PageHeading, ProblemNotice, WordsInTemplate, Waiting],
  templateUrl: './guardians-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GuardiansPage {
  private readonly families = inject(FamiliesClient);
  private readonly client = inject(MembersClient);
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);
  private readonly announcer = inject(Announcer);

  readonly id = input.required<FamilyId>();

  protected readonly loaded = loaded(this.id, async (id) => {
    const [family, guardians] = await Promise.all([this.families.family(id), this.client.guardians(id)]);
    return { family, guardians };
  });
  protected readonly people = computed(() =>
    (this.loaded.value()?.family.members ?? []).filter(({ state }) => state !== 'removed'),
  );
  protected readonly kinds = GUARDIAN_KINDS;
  protected readonly sending = sendingOf('people');
  protected readonly failed = signal<Problem | null>(null);
  private readonly model = signal<Written>(NOTHING);
  protected readonly form = form(this.model);

  /** *Rosa Torres speaks for Leo Torres (parental responsibility) from March 14, 2024.* */
  protected sentence({ who, forWhom, kind, fromOn, untilOn, state }: Guardian): string {
    return this.words.say(`people.guardians.${state}`, {
      who: who.displayName,
      name: forWhom.displayName,
      kind: this.words.say(`people.guardianKinds.${kind}`),
      from: this.dates.day(fromOn),
      until: untilOn === null ? 'open' : 'day',
      day: untilOn === null ? '' : this.dates.day(untilOn),
    });
  }

  protected async record(): Promise<void> {
    const { untilOn, ...written } = this.model();
    const request = {
      ...written,
      evidence: written.evidence.trim(),
      ...(untilOn && { untilOn }),
    } as NewGuardian;
    const done = await this.sending.send(
      () => this.client.recordGuardian(this.id(), request),
      () => checkedAgainst('NewGuardian', request),
    );
    if (!done) return;
    this.model.set(NOTHING);
    this.loaded.again();
    this.announcer.say(this.words.say('people.guardians.recorded'));
  }

  protected async end(right: Guardian): Promise<void> {
    this.failed.set(null);
    try {
      await this.client.endGuardian(right.id);
      this.loaded.again();
      this.announcer.say(this.words.say('people.guardians.endedNow'));
    } catch (cause) {
      this.failed.set(Problem.from(cause));
    }
  }
}
