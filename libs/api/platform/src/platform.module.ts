import { Global, Module } from '@nestjs/common';
import { Audit } from './audit/audit';
import { Database } from './database/database';
import { Cursors } from './wire/cursors';

@Global()
@Module({ providers: [Database, Audit, Cursors], exports: [Database, Audit, Cursors] })
export class PlatformModule {}
