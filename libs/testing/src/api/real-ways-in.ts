import { codeOf } from './authenticator';
import { ApiClient, asStranger } from './sign-in-as';

export const DEMO_PASSWORD = 'paper boats on the lake';
export const DEMO_PIN = '246810';

/** Past the password of somebody on the demo practice's staff, and no further. */
export async function afterPassword(api: { origin: string }, name: string): Promise<ApiClient> {
  const client = asStranger(api);
  await client.post('/api/sign-in', { email: `${name}@lakeside.example`, password: DEMO_PASSWORD });
  return client;
}

/** Signed in the real way. `steps` tells one sign-in of a minute from the next: a code works once. */
export async function signedInStaff(
  api: { origin: string },
  name: string,
  steps: -1 | 0 | 1 = -1,
): Promise<ApiClient> {
  const client = await afterPassword(api, name);
  const { status } = await client.post('/api/sign-in/second-factor', { code: codeOf(undefined, steps) });
  if (status !== 204) throw new Error(`${name} could not sign in: ${String(status)}`);
  return client;
}

export async function signedInFamily(
  api: { origin: string },
  code: string,
  shared?: boolean,
): Promise<ApiClient> {
  const client = asStranger(api);
  const { status } = await client.post('/api/sign-in/code', {
    code,
    pin: DEMO_PIN,
    ...(shared === undefined ? {} : { shared }),
  });
  if (status !== 204) throw new Error(`${code} could not sign in: ${status}`);
  return client;
}
