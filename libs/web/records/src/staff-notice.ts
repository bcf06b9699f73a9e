import { ChangeDetectionStrategy, Component } from '@angular/core';
import { EmergencyNotice } from './emergencies/emergency-notice';
import { ErasuresNotice } from './family/erasures-notice';

/** What the records have to say above the pages of the staff. */
@Component({
  selector: 'cg-records-notice',
  imports: [EmergencyNotice, ErasuresNotice],
  template: `
    <cg-emergency-notice />
    <cg-erasures-notice />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecordsNotice {}
