import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { asBooklet } from './booklet';
import { Typesetter } from './typesetter';
import { sheetOf, type DocumentToPrint } from './sheet';
import { SHEET_TYPST } from './sheet.typ';

/** Turns documents into tagged PDFs. Who may have which is decided before anything comes here. */
@Injectable()
export class PrintShop implements OnApplicationShutdown {
  private readonly typesetter = new Typesetter();

  async pdf(document: DocumentToPrint): Promise<Uint8Array> {
    const sheet = sheetOf(document);
    const { pdf } = await this.typesetter.typeset(SHEET_TYPST, JSON.stringify(sheet));
    return document.wishes?.form === 'booklet' ? asBooklet(pdf) : pdf;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.typesetter.stop();
  }
}
