import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { waitFor } from '@testing-library/dom';
import { Session } from '../session/session';
import { StepUp } from '../session/step-up';
import { Api } from './api';

/** The browser in memory knows files, but only the older way of reading them. */
function read(file: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsText(file);
  });
}
Blob.prototype.text = function (this: Blob) {
  return read(this);
};

describe('a file fetched through the client', () => {
  let http: HttpTestingController;
  let api: Api;
  const end = jest.fn();

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: Session, useValue: { end, lineIsBack: () => undefined, showsKept: () => undefined } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    api = TestBed.inject(Api);
  });

  function refuse(status: number, code: string): void {
    const body = new Blob([JSON.stringify({ status, code, reference: 'r-1' })]);
    http.expectOne('/api/me/export').flush(body, { status, statusText: code });
  }

  it('arrives as it was sent', async () => {
    const asked = api.file('me/export');
    http.expectOne('/api/me/export').flush(new Blob(['words']));
    expect(await (await asked).text()).toBe('words');
  });

  it('says why it does not come, and that the session is over', async () => {
    const asked = api.file('me/export');
    refuse(401, 'not-signed-in');
    await expect(asked).rejects.toMatchObject({ code: 'not-signed-in', reference: 'r-1' });
    expect(end).toHaveBeenCalledTimes(1);
  });

  it('comes after all once somebody has shown again who they are', async () => {
    const asked = api.file('me/export');
    refuse(403, 'step-up-needed');
    const stepUp = TestBed.inject(StepUp);
    // How many turns of the page lie between a refusal, the question and the second request is nobody's business.
    await waitFor(() => expect(stepUp.isAsked()).toBe(true));
    stepUp.answer(true);
    const again = await waitFor(() => http.expectOne('/api/me/export'));
    again.flush(new Blob(['words']));
    expect(await (await asked).text()).toBe('words');
  });

  it('is a plain problem when something else than the API answered', async () => {
    const asked = api.file('me/export');
    http.expectOne('/api/me/export').flush(new Blob(['<html>']), { status: 502, statusText: 'Bad Gateway' });
    await expect(asked).rejects.toMatchObject({ code: 'offline' });
  });
});
