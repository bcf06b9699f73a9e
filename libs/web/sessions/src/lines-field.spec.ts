import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { fireEvent, screen } from '@testing-library/dom';
import { LinesField } from './lines-field';

@Component({
  imports: [LinesField],
  template: `<label for="rules">Rules</label>
    <cg-lines-field fieldId="rules" [lines]="kept()" (written)="kept.set($event)" />`,
})
class Page {
  readonly kept = signal<readonly string[]>(['One']);
}

describe('a list written as text', () => {
  const opened = (): { page: Page; field: HTMLTextAreaElement; tick: () => void } => {
    const fixture = TestBed.createComponent(Page);
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    const tick = (): void => {
      fixture.detectChanges();
    };
    tick();
    return { page: fixture.componentInstance, field: screen.getByLabelText('Rules'), tick };
  };

  it('goes out with every key and not only when one leaves the field', () => {
    const { page, field, tick } = opened();
    fireEvent.input(field, { target: { value: 'One\nTw' } });
    tick();
    expect(page.kept()).toEqual(['One', 'Tw']);
  });

  it('keeps an empty line and a space that are being typed', () => {
    const { page, field, tick } = opened();
    fireEvent.input(field, { target: { value: 'One \n' } });
    tick();
    expect(page.kept()).toEqual(['One']);
    expect(field.value).toBe('One \n');
  });

  it('shows what somebody else wrote', () => {
    const { page, field, tick } = opened();
    fireEvent.input(field, { target: { value: 'One\n\n' } });
    page.kept.set(['Three', 'Four']);
    tick();
    expect(field.value).toBe('Three\nFour');
  });

  it('cuts nothing away: what is too much is for the server to refuse', () => {
    const { page, field, tick } = opened();
    const many = Array.from({ length: 60 }, (_, at) => `Rule ${at} ${'x'.repeat(600)}`);
    fireEvent.input(field, { target: { value: many.join('\n') } });
    tick();
    expect(page.kept()).toEqual(many);
  });
});
