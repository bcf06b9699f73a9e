import { Client } from 'pg';

const owner = new Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
const app = new URL(process.env['DATABASE_URL'] ?? '');
await owner.connect();
const role = owner.escapeIdentifier(app.username);
const found = await owner.query('select 1 from pg_roles where rolname = $1', [app.username]);
await owner.query(
  `${found.rowCount ? 'alter' : 'create'} role ${role} login password ${owner.escapeLiteral(decodeURIComponent(app.password))}`,
);
await owner.end();
