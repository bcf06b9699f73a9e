import { Global, Module } from '@nestjs/common';
import { Audit } from './audit/audit';
import { Database } from './database/database';
import { Jobs } from './mail/jobs';
import { Mail } from './mail/mail';
import { MailRoom } from './mail/mail-room';
import { ReturnMail } from './mail/return-mail';
import { WhoseSession } from './door/whose-session';
import { Repeats } from './repeats/repeats';
import { Bell } from './streams/bell';
import { EventStreams } from './streams/event-streams';
import { Cursors } from './wire/cursors';

@Global()
@Module({
  providers: [
    Database,
    Audit,
    Cursors,
    Jobs,
    Mail,
    MailRoom,
    ReturnMail,
    WhoseSession,
    Bell,
    EventStreams,
    Repeats,
  ],
  exports: [Database, Audit, Cursors, Mail, MailRoom, ReturnMail, WhoseSession, EventStreams, Repeats],
})
export class PlatformModule {}
