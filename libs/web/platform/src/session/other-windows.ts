import { DOCUMENT } from '@angular/common';
import { Injectable, inject } from '@angular/core';
import type { PersonId } from '@common-ground/contract';

const CHANNEL = 'cg-who-is-here';

/**
 * Tells the other windows of this browser who is signed in now (null: nobody any more), so that they cover what is
 * somebody else's at once. It leaves nothing on the device. A browser that cannot do it finds out with the next request.
 */
@Injectable({ providedIn: 'root' })
export class OtherWindows {
  private readonly channel = this.open();

  tell(who: PersonId | null): void {
    this.channel?.postMessage(who);
  }

  hear(told: (who: PersonId | null) => void): void {
    this.channel?.addEventListener('message', ({ data }: MessageEvent<PersonId | null>) => told(data));
  }

  private open(): BroadcastChannel | null {
    const page = inject(DOCUMENT).defaultView;
    return page && 'BroadcastChannel' in page ? new page.BroadcastChannel(CHANNEL) : null;
  }
}
