import './global-setup';

export default async function stopDatabase(): Promise<void> {
  const child = globalThis.databaseForTests;
  if (!child || child.exitCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.stdin?.end();
  await ended;
}
