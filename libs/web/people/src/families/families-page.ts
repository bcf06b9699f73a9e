import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Empty, PageHeading, Session, Waiting, WordsInTemplate, loaded } from '@common-ground/web/platform';
import { FamiliesClient } from './families.client';

@Component({
  selector: 'cg-families-page',
  imports: [Empty, PageHeading, RouterLink, WordsInTemplate, Waiting],
  templateUrl: './families-page.html',
  styles: `
    .other {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
      margin-block-start: 1rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FamiliesPage {
  private readonly client = inject(FamiliesClient);
  private readonly session = inject(Session);

  protected readonly families = loaded(
    () => 'families',
    () => this.client.families(),
  );
  protected readonly mayOpen = computed(() => this.session.may().openFamilies);
}
