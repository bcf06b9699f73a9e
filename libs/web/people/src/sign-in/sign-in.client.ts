import { Injectable, inject } from '@angular/core';
import type { CodeSignIn, DemoPersona, DemoSignIn, Page, StaffSignIn } from '@common-ground/contract';
import { Api, Problem } from '@common-ground/web/platform';

/** The ways in. */
@Injectable({ providedIn: 'root' })
export class SignInClient {
  private readonly api = inject(Api);

  async asStaff(request: StaffSignIn): Promise<void> {
    await this.api.post('sign-in', request);
  }

  async withCode(request: CodeSignIn): Promise<void> {
    await this.api.post('sign-in/code', request);
  }

  async asPersona(request: DemoSignIn): Promise<void> {
    await this.api.post('demo/sign-in', request);
  }

  /** The people of the demo practice; nobody where there is no demo. */
  async personas(): Promise<readonly DemoPersona[]> {
    try {
      return (await this.api.get<Page<DemoPersona>>('demo/personas')).body.items;
    } catch (cause) {
      if (Problem.from(cause).status === 404) return [];
      throw cause;
    }
  }
}
