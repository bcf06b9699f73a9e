import type { Document } from '@common-ground/contract';
import type { FastifyReply } from 'fastify';

/** Puts the draft's revision on the answer as its ETag, for those who may save over it. */
export function sendRevision(reply: FastifyReply, document: Document): Document {
  if (document.view === 'author') void reply.header('etag', `"${document.revision}"`);
  return document;
}
