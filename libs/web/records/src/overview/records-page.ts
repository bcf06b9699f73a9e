import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Dates, PageHeading, Waiting, WordsInTemplate, loaded } from '@common-ground/web/platform';
import { EmergencyList } from '../emergencies/emergency-list';
import { RecordsClient } from '../records.client';

/** How the records stand, for whoever answers for them. No clinical word and no name of anybody in a family. */
@Component({
  selector: 'cg-records-page',
  imports: [EmergencyList, PageHeading, WordsInTemplate, Waiting],
  templateUrl: './records-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecordsPage {
  private readonly client = inject(RecordsClient);
  protected readonly dates = inject(Dates);

  protected readonly overview = loaded(
    () => true,
    () => this.client.overview(),
  );
}
