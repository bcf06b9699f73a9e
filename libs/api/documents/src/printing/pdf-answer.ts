import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

export interface Printed {
  readonly pdf: Uint8Array;
  readonly fileName: string;
}

/** A PDF as a download. The name on disk is plain: a shared computer's folder shows it to everybody. */
export function sendPdf(reply: FastifyReply, printed: Printed): StreamableFile {
  void reply.header('content-disposition', `inline; filename="${printed.fileName}"`);
  return new StreamableFile(printed.pdf, { type: 'application/pdf', length: printed.pdf.byteLength });
}
