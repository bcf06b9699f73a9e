import { Injectable, signal } from '@angular/core';

/** Whether others see this screen. Then nothing stands around the page: neither pages and names, nor notices to staff. */
@Injectable({ providedIn: 'root' })
export class SharedScreen {
  readonly isOn = signal(false);
}
