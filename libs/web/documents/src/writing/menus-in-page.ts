import { OverlayContainer } from '@angular/cdk/overlay';
import { Injectable } from '@angular/core';

/** Menus open inside the page's main part, so that nothing that is shown stands outside every landmark. */
@Injectable()
export class MenusInPage extends OverlayContainer {
  protected override _createContainer(): void {
    super._createContainer();
    const main = this._document.querySelector('main');
    if (main && this._containerElement) main.append(this._containerElement);
  }
}
