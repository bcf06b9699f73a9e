import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { fireEvent, screen } from '@testing-library/dom';
import { wordsFromDisk } from '../words/english-for-specs';
import { provideWords } from '../words/provide';
import { Tongue } from '../words/tongue';
import { Words } from '../words/words';
import { TimeZoneChoice } from './time-zone-choice';
import { allZones, zoneInWords, zonesMatching } from './time-zones';

describe('a time zone in words', () => {
  it.each([
    ['America/New_York', 'en-US', 'New York', 'Eastern Time'],
    ['America/New_York', 'es-US', 'New York', 'hora oriental'],
    ['America/Indiana/Knox', 'en-US', 'Knox, Indiana', 'Central Time'],
    ['UTC', 'en-US', 'UTC', 'Coordinated Universal Time'],
    ['Somewhere/Unknown_Here', 'en-US', 'Unknown Here', 'Somewhere/Unknown_Here'],
  ])('is called by its place and its clock: %s in %s', (zone, locale, city, name) => {
    expect(zoneInWords(zone, locale)).toEqual({ zone, city, name });
  });

  it.each([
    ['new yo', 'America/New_York'],
    ['NEW_YORK', 'America/New_York'],
    ['america/new_york', 'America/New_York'],
    ['são pau', 'America/Sao_Paulo'],
    ['eastern time new', 'America/New_York'],
    ['madrid', 'Europe/Madrid'],
  ])('is found by what somebody types of it: %s', (typed, zone) => {
    expect(zonesMatching(allZones('en-US', []), typed)[0]?.zone).toBe(zone);
  });

  it('is not found by what stands in the middle of a word, nor by nothing', () => {
    expect(zonesMatching(allZones('en-US', []), 'adrid')).toEqual([]);
    expect(zonesMatching(allZones('en-US', []), ' - ')).toEqual([]);
  });
});

describe('choosing a time zone', () => {
  let fixture: ComponentFixture<TimeZoneChoice>;
  let chosen: string[];

  async function opened(zone: string): Promise<void> {
    chosen = [];
    TestBed.configureTestingModule({ providers: [provideWords(), wordsFromDisk] });
    await TestBed.inject(Words).begin();
    jest.spyOn(TestBed.inject(Tongue), 'locale').mockReturnValue('en-US');
    fixture = TestBed.createComponent(TimeZoneChoice);
    fixture.componentRef.setInput('fieldId', 'zone');
    fixture.componentRef.setInput('zone', zone);
    fixture.componentInstance.chosen.subscribe((one) => {
      chosen.push(one);
      fixture.componentRef.setInput('zone', one);
    });
    const label = Object.assign(document.createElement('label'), {
      htmlFor: 'zone',
      textContent: 'Time zone',
    });
    document.body.replaceChildren(label, fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
  }
  const field = (): HTMLInputElement => screen.getByRole('combobox', { name: 'Time zone' });
  const options = (): string[] => screen.queryAllByRole('option').map((one) => one.textContent.trim());
  async function type(text: string): Promise<void> {
    field().focus();
    fireEvent.focusIn(field());
    fireEvent.input(field(), { target: { value: text } });
    await fixture.whenStable();
  }
  async function press(key: string, keyCode: number): Promise<void> {
    fireEvent.keyDown(field(), { key, keyCode });
    await fixture.whenStable();
  }

  it('shows what holds in words, and offers what is likely before anything is typed', async () => {
    await opened('Europe/Madrid');
    expect(field().value).toMatch(/^Madrid – /u);
    fireEvent.focusIn(field());
    await fixture.whenStable();
    expect(options()[0]).toMatch(/^Madrid/u);
    expect(options().join()).toMatch(/New York.*Eastern Time, \d/u);
    expect(options().length).toBeLessThan(12);
  });

  it('finds by typing and chooses by key', async () => {
    await opened('UTC');
    await type('los ang');
    expect(options()).toHaveLength(1);
    expect(screen.getByRole('status').textContent.trim()).toBe('1 place');
    expect(field().getAttribute('aria-activedescendant')).toBe(screen.getByRole('option').id);
    await press('Enter', 13);
    expect([chosen, field().value]).toEqual([['America/Los_Angeles'], 'Los Angeles – Pacific Time']);
  });

  it.each([
    ['what can mean only one', 'madr', ['Europe/Madrid'], /^Madrid – /u],
    ['what can mean several', 'a', [], /^New York – Eastern Time$/u],
    ['what is no place', 'qqq', [], /^New York – Eastern Time$/u],
    ['nothing', '', [], /^New York – Eastern Time$/u],
  ])('leaves nobody with words that are no choice: %s', async (_what, typed, taken, stands) => {
    await opened('America/New_York');
    await type(typed);
    fireEvent.keyDown(field(), { key: 'Tab', keyCode: 9 });
    await fixture.whenStable();
    fireEvent.blur(field());
    await fixture.whenStable();
    expect(chosen).toEqual(taken);
    expect(field().value).toMatch(stands);
  });

  it('says that nothing is called so', async () => {
    await opened('America/New_York');
    await type('qqq');
    expect(screen.getByRole('status').textContent).toContain('No place or clock is called “qqq”.');
    expect(screen.getByRole('option').textContent).toContain('No place or clock is called “qqq”.');
    // Whoever goes on typing finds their letters there; whoever chooses the line keeps what holds.
    expect(field().value).toBe('qqq');
    await press('Enter', 13);
    expect([chosen, field().value]).toEqual([[], 'New York – Eastern Time']);
  });

  it('takes back what was typed with Escape', async () => {
    await opened('America/New_York');
    await type('los ang');
    await press('Escape', 27);
    expect([chosen, field().value]).toEqual([[], 'New York – Eastern Time']);
  });
});
