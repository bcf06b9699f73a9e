import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { testServer } from './test-server';

export interface ScratchDatabase {
  /** Sees and changes everything; for arranging a world and for looking behind the curtain. */
  ownerUrl: string;
  /** The product's own way in: row-level security holds. */
  appUrl: string;
  drop(): Promise<void>;
}

/**
 * A database of one's own, cloned in a few milliseconds; with `demo` the demo practice is in it, with `like` whatever is
 * in another one to which nobody is connected.
 */
export async function scratchDatabase({
  demo = false,
  like,
}: {
  demo?: boolean;
  like?: ScratchDatabase;
} = {}): Promise<ScratchDatabase> {
  const { ownerUrl, appPassword } = testServer();
  const name = `scratch_${randomBytes(6).toString('hex')}`;
  const built = demo ? 'cg_demo_template' : 'cg_template';
  const template = like ? new URL(like.ownerUrl).pathname.slice(1) : built;
  await asOwner(ownerUrl, `create database ${name} template ${template}`);

  const [owner, app] = [new URL(ownerUrl), new URL(ownerUrl)];
  owner.pathname = app.pathname = `/${name}`;
  app.username = 'common_ground_app';
  app.password = appPassword;
  return {
    ownerUrl: owner.href,
    appUrl: app.href,
    drop: () => asOwner(ownerUrl, `drop database if exists ${name} with (force)`),
  };
}

async function asOwner(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
