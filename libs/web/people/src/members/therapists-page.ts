import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { FamilyId, FamilyTherapist, NewTherapist, PersonId } from '@common-ground/contract';
import {
  Announcer,
  Breadcrumb,
  ErrorSummary,
  Field,
  PageHeading,
  Problem,
  ProblemNotice,
  Session,
  Waiting,
  Words,
  WordsInTemplate,
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { FamiliesClient } from '../families/families.client';
import { MembersClient } from './members.client';

/** Which therapists work with a family, and which of them leads. */
@Component({
  selector: 'cg-therapists-page',
  imports: [Breadcrumb, ErrorSummary, Field, FormField, PageHeading, ProblemNotice, WordsInTemplate, Waiting],
  templateUrl: './therapists-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TherapistsPage {
  private readonly families = inject(FamiliesClient);
  private readonly client = inject(MembersClient);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);

  readonly id = input.required<FamilyId>();

  protected readonly loaded = loaded(this.id, async (id) => {
    const [family, therapists] = await Promise.all([this.families.family(id), this.client.therapists(id)]);
    return { family, therapists };
  });
  protected readonly myself = computed(() => this.session.person()?.id);
  protected readonly sending = sendingOf('people');
  protected readonly failed = signal<Problem | null>(null);
  private readonly model = signal<{ personId: PersonId | '' }>({ personId: '' });
  protected readonly form = form(this.model);

  protected async add(): Promise<void> {
    const request = this.model() as NewTherapist;
    const done = await this.sending.send(
      () => this.client.addTherapist(this.id(), request),
      () => checkedAgainst('NewTherapist', request),
    );
    if (!done) return;
    this.model.set({ personId: '' });
    this.loaded.again();
    this.announcer.say(this.words.say('people.therapists.added'));
  }

  protected async handOver(to: FamilyTherapist): Promise<void> {
    await this.act(() => this.client.handOver(this.id(), to.id));
  }

  protected async end(whose: FamilyTherapist): Promise<void> {
    const isMine = whose.id === this.myself();
    const done = await this.act(() => this.client.endTherapist(this.id(), whose.id), !isMine);
    if (done && isMine) void this.router.navigate(['/app/families']);
  }

  private async act(act: () => Promise<void>, isStillHere = true): Promise<boolean> {
    this.failed.set(null);
    try {
      await act();
      if (isStillHere) this.loaded.again();
      return true;
    } catch (cause) {
      this.failed.set(Problem.from(cause));
      return false;
    }
  }
}
