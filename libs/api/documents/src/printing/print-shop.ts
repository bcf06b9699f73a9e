import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Typesetter } from './typesetter';
import { worksheetSheet, type WorksheetToPrint } from './worksheet-sheet';
import { WORKSHEET_TYPST } from './worksheet.typ';

/** Turns documents into tagged PDFs. Who may have which is decided before anything comes here. */
@Injectable()
export class PrintShop implements OnApplicationShutdown {
  private readonly typesetter = new Typesetter();

  async worksheetPdf(worksheet: WorksheetToPrint): Promise<Uint8Array> {
    const sheet = worksheetSheet(worksheet);
    const { pdf } = await this.typesetter.typeset(WORKSHEET_TYPST, JSON.stringify(sheet));
    return pdf;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.typesetter.stop();
  }
}
