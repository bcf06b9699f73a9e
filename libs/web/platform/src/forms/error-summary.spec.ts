import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { screen, within } from '@testing-library/dom';
import { wordsFromDisk } from '../words/english-for-specs';
import { provideWords } from '../words/provide';
import { Words } from '../words/words';
import { ErrorSummary, type FieldError } from './error-summary';
import { Field } from './field';

@Component({
  imports: [ErrorSummary, Field],
  template: `
    <cg-error-summary [errors]="errors()" />
    <cg-field for="title" label="Title" hint="As the family will read it." [error]="words()">
      <input id="title" />
    </cg-field>
  `,
})
class Form {
  readonly errors = signal<readonly FieldError[]>([]);
  readonly words = signal<string | null>(null);
}

describe('the error summary', () => {
  async function shown() {
    TestBed.configureTestingModule({ providers: [provideWords(), wordsFromDisk] });
    await TestBed.inject(Words).begin();
    const fixture = TestBed.createComponent(Form);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
    return fixture;
  }

  async function refused() {
    const fixture = await shown();
    fixture.componentInstance.errors.set([{ field: 'title', words: 'Write a title.' }]);
    fixture.componentInstance.words.set('Write a title.');
    await fixture.whenStable();
    return fixture;
  }

  it('is not there while nothing is wrong', async () => {
    await shown();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says there is a problem and takes the focus', async () => {
    await refused();
    const summary = screen.getByRole('alert');
    expect(within(summary).getByRole('heading').textContent).toBe('There is a problem');
    expect(document.activeElement).toBe(summary);
  });

  it('leads from each sentence to its field', async () => {
    await refused();
    screen.getByRole('link', { name: 'Write a title.' }).click();
    expect(document.activeElement).toBe(screen.getByLabelText('Title'));
  });

  it('ties hint and error to the field for screen readers', async () => {
    await refused();
    const field = screen.getByRole('textbox', { name: 'Title' });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const described = (field.getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
      'As the family will read it.',
      'Write a title.',
    ]);
  });
});
