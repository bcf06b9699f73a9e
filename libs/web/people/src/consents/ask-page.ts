import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type ConsentRequest,
  DOCUMENT_KINDS,
  type DocumentId,
  type DocumentKind,
  type FamilyId,
  type MemberId,
} from '@common-ground/contract';
import {
  Breadcrumb,
  DoneHeading,
  ErrorSummary,
  Dates,
  Field,
  NamesTold,
  PageHeading,
  ProblemNotice,
  Thread,
  Waiting,
  WordsInTemplate,
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { FamiliesClient } from '../families/families.client';
import { ConsentWords } from './consent-words';
import { ConsentsClient } from './consents.client';

/** A therapist asks the client, or who speaks for them, for one consent. What is asked may come along in the address. */
@Component({
  selector: 'cg-ask-for-consent-page',
  imports: [
    Breadcrumb,
    DoneHeading,
    ErrorSummary,
    Field,
    PageHeading,
    ProblemNotice,
    RouterLink,
    Thread,
    WordsInTemplate,
    Waiting,
  ],
  templateUrl: './ask-page.html',
  styles: `
    form {
      max-inline-size: 40rem;
    }
    .day {
      max-inline-size: 14rem;
    }
    .error {
      margin: 0;
      color: var(--cg-error);
      font-weight: 700;
    }
    cg-field {
      display: block;
      margin-block-end: 1.5rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskForConsentPage {
  private readonly families = inject(FamiliesClient);
  private readonly client = inject(ConsentsClient);
  protected readonly words = inject(ConsentWords);
  protected readonly dates = inject(Dates);

  readonly id = input.required<FamilyId>();
  /** From the address: whom, which kind and which document it is about. */
  readonly member = input<MemberId>();
  readonly kind = input<DocumentKind>();
  readonly paper = input<DocumentId>();

  protected readonly kinds = DOCUMENT_KINDS;
  protected readonly family = loaded(this.id, (id) => this.families.family(id));
  private readonly documents = loaded(
    () => (this.paper() === undefined ? undefined : this.id()),
    (id) => this.families.documents(id),
  );
  protected readonly document = computed(
    () => this.documents.value()?.find(({ id }) => id === this.paper()) ?? null,
  );
  protected readonly people = computed(() =>
    (this.family.value()?.members ?? []).filter(
      ({ relation, state }) => relation !== 'client' && state !== 'removed',
    ),
  );
  protected readonly sending = sendingOf('privacy');
  private readonly namesTold = new NamesTold();
  protected readonly memberId = signal('');
  protected readonly picked = signal<readonly DocumentKind[]>([]);
  protected readonly isNamed = signal(false);
  protected readonly purpose = signal('');
  /** People of another family who are named in just this purpose: told once, and then they are meant. */
  protected readonly named = computed(() => this.namesTold.in(this.purpose().trim()));
  protected readonly untilOn = signal('');
  protected readonly asked = signal<ConsentRequest | null>(null);

  constructor() {
    effect(() => {
      this.memberId.set(this.member() ?? '');
      const kind = this.kind();
      this.picked.set(kind === undefined ? [] : [kind]);
    });
  }

  protected pick(kind: DocumentKind, isPicked: boolean): void {
    this.picked.update((picked) =>
      DOCUMENT_KINDS.filter((one) => (one === kind ? isPicked : picked.includes(one))),
    );
  }

  protected chosen(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  protected isOn(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  protected async ask(): Promise<void> {
    const named = this.isNamed() ? this.document() : null;
    const kinds = [...this.picked()];
    const untilOn = this.untilOn();
    const request = {
      memberId: this.memberId() as MemberId,
      ...(kinds.length === 0 && named !== null ? {} : { kinds }),
      ...(named !== null && { documentIds: [named.id] }),
      purpose: this.purpose().trim(),
      ...(untilOn !== '' && { untilOn }),
    };
    const asked = await this.sending.send(
      () =>
        this.namesTold.send(request.purpose, (meant) => this.client.ask(this.id(), { ...request, ...meant })),
      () => checkedAgainst('NewConsentRequest', request),
    );
    if (asked) this.asked.set(asked);
  }
}
