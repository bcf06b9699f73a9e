import { Global, Module } from '@nestjs/common';
import { Audit } from './audit/audit';
import { Database } from './database/database';
import { Jobs } from './mail/jobs';
import { Mail } from './mail/mail';
import { MailRoom } from './mail/mail-room';
import { Cursors } from './wire/cursors';

@Global()
@Module({
  providers: [Database, Audit, Cursors, Jobs, Mail, MailRoom],
  exports: [Database, Audit, Cursors, Mail, MailRoom],
})
export class PlatformModule {}
