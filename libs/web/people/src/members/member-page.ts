import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import {
  CHANNELS,
  type Channel,
  type FamilyId,
  type HouseholdId,
  LANGUAGES,
  type Language,
  type MailHours,
  type Member,
  type MemberChange,
  type MemberId,
  RELATIONS,
  type Relation,
} from '@common-ground/contract';
import {
  Breadcrumb,
  ErrorSummary,
  Field,
  PageHeading,
  ProblemNotice,
  Waiting,
  WordsInTemplate,
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { FamiliesClient } from '../families/families.client';
import { MailHoursField } from './mail-hours-field';
import { MembersClient } from './members.client';

interface Written {
  readonly displayName: string;
  readonly relation: Relation;
  readonly language: Language;
  readonly contact: string;
  readonly channel: Channel;
  readonly safeHours: string;
  readonly mailHours: MailHours | null;
  readonly householdId: HouseholdId | '';
  readonly newHousehold: string;
}

/** What is kept about one person: who they are to the client, how they can be reached, where they live. */
@Component({
  selector: 'cg-member-page',
  imports: [
    Breadcrumb,
    ErrorSummary,
    Field,
    FormField,
    MailHoursField,
    PageHeading,
    ProblemNotice,
    RouterLink,
    WordsInTemplate,
    Waiting,
  ],
  templateUrl: './member-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MemberPage {
  private readonly families = inject(FamiliesClient);
  private readonly client = inject(MembersClient);
  private readonly router = inject(Router);

  readonly id = input.required<FamilyId>();
  readonly memberId = input.required<MemberId>();

  protected readonly loaded = loaded(this.id, async (id) => {
    const [family, households] = await Promise.all([this.families.family(id), this.client.households(id)]);
    return { family, households };
  });
  protected readonly member = computed(
    () => this.loaded.value()?.family.members.find(({ id }) => id === this.memberId()) ?? null,
  );
  protected readonly relations = computed(() => {
    const isClient = this.member()?.relation === 'client';
    return RELATIONS.filter((relation) => (relation === 'client') === isClient);
  });
  protected readonly languages = LANGUAGES;
  protected readonly channels = CHANNELS;
  protected readonly sending = sendingOf('people');
  protected readonly model = signal<Written>({
    displayName: '',
    relation: 'other',
    language: 'en',
    contact: '',
    channel: 'none',
    safeHours: '',
    mailHours: null,
    householdId: '',
    newHousehold: '',
  });
  protected readonly form = form(this.model);

  constructor() {
    effect(() => {
      const member = this.member();
      if (member) this.model.set(writtenOf(member));
    });
  }

  protected setMailHours(mailHours: MailHours | null): void {
    this.model.update((written) => ({ ...written, mailHours }));
  }

  protected async save(member: Member): Promise<void> {
    const written = this.model();
    const saved = await this.sending.send(
      async () => {
        const name = written.newHousehold.trim();
        const made = name === '' ? null : await this.client.addHousehold(this.id(), name);
        const request = requestOf(written, made?.id ?? null);
        return this.client.change(this.id(), member.id, member.details?.revision ?? 0, request);
      },
      () => checkedAgainst('MemberChange', requestOf(written, null)),
    );
    if (saved) void this.router.navigate(['/app/families', this.id(), 'people']);
  }
}

function writtenOf({ displayName, relation, contact, details }: Member): Written {
  return {
    displayName,
    relation,
    language: details?.language ?? 'en',
    contact: contact ?? '',
    channel: details?.channel ?? 'none',
    safeHours: details?.safeHours ?? '',
    mailHours: details?.mailHours ?? null,
    householdId: details?.household?.id ?? '',
    newHousehold: '',
  };
}

/** Empty fields are left out, which empties them on the server too. */
function requestOf(written: Written, newHousehold: HouseholdId | null): MemberChange {
  const { relation, language, channel, mailHours } = written;
  const [contact, safeHours] = [written.contact.trim(), written.safeHours.trim()];
  const householdId = newHousehold ?? written.householdId;
  return {
    displayName: written.displayName.trim(),
    relation,
    language,
    channel,
    ...(contact && { contact }),
    ...(safeHours && { safeHours }),
    ...(mailHours && { mailHours: { ...mailHours, days: [...mailHours.days] } }),
    ...(householdId && { householdId }),
  };
}
