import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Session, Words, provideWords } from '@common-ground/web/platform';
import { SpecServer, specServer } from '@common-ground/web/platform/server-for-specs';
import { screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { SignInPage } from './sign-in-page';

const ROSA = {
  person: { id: 'rosa', displayName: 'Rosa', language: 'en' },
  roles: ['member'],
  practice: { id: 'harbor', name: 'Harbor Lane', exitUrl: 'https://weather.example/', safety: {} },
  session: { shared: true, mustEnrol: false, draftKey: '' },
  may: { openFamilies: false, review: false, administer: false },
};

describe('the sign-in page', () => {
  let http: SpecServer;

  async function opened(url = '/sign-in', personas: object[] = []): Promise<void> {
    TestBed.configureTestingModule({
      providers: [
        ...specServer,
        provideRouter(
          [
            { path: 'sign-in', component: SignInPage },
            { path: '**', children: [] },
          ],
          withComponentInputBinding(),
        ),
        provideWords(),
        wordsFromDisk,
      ],
    });
    localStorage.clear();
    await TestBed.inject(Words).begin();
    for (const area of ['people', 'invitations']) await TestBed.inject(Words).open(area);
    http = TestBed.inject(SpecServer);
    const harness = await RouterTestingHarness.create(url);
    document.body.append(harness.fixture.nativeElement as HTMLElement);
    http.expectOne('/api/demo/personas').flush({ items: personas, next: null });
    await settled();
  }

  async function settled(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      TestBed.tick();
    }
  }

  function write(label: string, text: string): void {
    const field = screen.getByLabelText<HTMLInputElement>(label);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  async function press(name: string): Promise<void> {
    screen.getByRole('button', { name }).click();
    await settled();
  }

  it('lets a family member in with code and PIN, and home', async () => {
    await opened();
    write('Your code', ' RIVER-42 ');
    write('Your PIN', '123456');
    await press('Sign in');
    const asked = http.expectOne('/api/sign-in/code');
    expect(asked.request.body).toEqual({ code: 'RIVER-42', pin: '123456', shared: true });
    asked.flush(null, { status: 204 });
    await settled();
    http.expectOne('/api/me').flush(ROSA);
    await settled();
    expect(TestBed.inject(Router).url).toBe('/me');
  });

  it('says what is missing before it asks the server', async () => {
    await opened();
    await press('Sign in');
    http.expectNone('/api/sign-in/code');
    expect(screen.getByRole('alert').textContent).toContain('Write the code your therapist gave you.');
    expect(screen.getByLabelText('Your PIN').getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps nothing for somebody who shares the phone, unless they say it is their own', async () => {
    await opened();
    write('Your code', 'RIVER-42');
    write('Your PIN', '123456');
    expect(screen.getByLabelText<HTMLInputElement>(/^Yes, others use it/u).checked).toBe(true);
    screen.getByLabelText(/^No, it is only mine/u).click();
    await press('Sign in');
    expect(http.expectOne('/api/sign-in/code').request.body).toMatchObject({ shared: false });
  });

  it('asks staff for the code of their app after the password', async () => {
    await opened();
    await press('I work here: sign in with e-mail');
    write('E-mail', 'nadia@example.org');
    write('Password', 'seven lamps and a kettle');
    await press('Sign in');
    http.expectOne('/api/sign-in').flush({ next: 'second-factor', ways: ['authenticator'] });
    await settled();
    write('Code from your authenticator app', '123456');
    await press('Sign in');
    const asked = http.expectOne('/api/sign-in/second-factor');
    expect(asked.request.body).toEqual({ code: '123456' });
    asked.flush(null, { status: 204 });
    await settled();
    http.expectOne('/api/me').flush({ ...ROSA, roles: ['therapist'] });
    await settled();
    expect(TestBed.inject(Router).url).toBe('/app');
  });

  it('leaves the form that somebody types into alone when it becomes known who was here', async () => {
    await opened();
    write('Your code', 'RIVER-42');
    const session = TestBed.inject(Session);
    const isLoaded = session.load();
    http.expectOne('/api/me').flush({ ...ROSA, roles: ['therapist'] });
    await isLoaded;
    await settled();
    expect(screen.getByLabelText<HTMLInputElement>('Your code').value).toBe('RIVER-42');
  });

  it('says the same for a wrong name and a wrong password', async () => {
    await opened();
    await press('I work here: sign in with e-mail');
    write('E-mail', 'nadia@example.org');
    write('Password', 'not this one');
    await press('Sign in');
    const problem = {
      type: 'about:blank',
      title: '',
      status: 401,
      code: 'wrong-credentials',
      reference: 'r',
    };
    http.expectOne('/api/sign-in').flush(problem, { status: 401 });
    await settled();
    expect(screen.getByText(/does not match what we know/u)).toBeTruthy();
  });

  it('goes on to the page somebody wanted, and never to another site', async () => {
    await opened('/sign-in?from=%2F%2Fevil.example%2Fapp', [{ persona: 'mother', displayName: 'Rosa' }]);
    await press('Rosa');
    http.expectOne('/api/demo/sign-in').flush(null, { status: 204 });
    await settled();
    http.expectOne('/api/me').flush(ROSA);
    await settled();
    expect(TestBed.inject(Router).url).toBe('/me');
  });

  it('says in a line who each person of the demo is', async () => {
    await opened('/sign-in?from=%2Fme%2Ftasks%2F1', [{ persona: 'mother', displayName: 'Rosa' }]);
    const rosa = screen.getByRole('button', { name: 'Rosa' });
    const about = document.getElementById(rosa.getAttribute('aria-describedby') ?? '');
    expect(about?.textContent).toContain('Mother');
    await press('Rosa');
    const asked = http.expectOne('/api/demo/sign-in');
    expect(asked.request.body).toEqual({ persona: 'mother' });
    asked.flush(null, { status: 204 });
    await settled();
    http.expectOne('/api/me').flush(ROSA);
    await settled();
    expect(TestBed.inject(Router).url).toBe('/me/tasks/1');
  });

  it('offers no demo where there is none', async () => {
    await opened();
    expect(screen.queryByRole('heading', { name: /demo/u })).toBeNull();
  });
});
