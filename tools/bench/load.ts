// A closed loop of requests over connections that stay open, and what came of it.
import { Agent, request } from 'node:http';

export interface Shot {
  method: 'GET' | 'PUT';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Burst {
  requests: number;
  perSecond: number;
  /** Milliseconds within which 99 of 100 were answered. */
  p99: number;
  bytes: number;
  /** The last answer, to see that both programs did the same work. */
  answer: string;
}

/**
 * Keeps `connections` busy for `milliseconds` with the shots that `next` gives.
 * @throws when a request is not answered 200: a fast refusal is no speed
 */
export async function fire(
  port: number,
  next: (connection: number) => Shot,
  connections: number,
  milliseconds: number,
): Promise<Burst> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let answer = '';
  const began = performance.now();
  const until = began + milliseconds;
  const worker = async (connection: number): Promise<void> => {
    while (performance.now() < until) {
      const asked = performance.now();
      answer = await once(port, next(connection), agent);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, connection) => worker(connection)));
  // What was under way when the time was over is waited for and counts, so the time it took does too.
  const took = performance.now() - began;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    requests: times.length,
    perSecond: (times.length * 1000) / took,
    p99: times[Math.floor(times.length * 0.99)] ?? NaN,
    bytes: Buffer.byteLength(answer),
    answer,
  };
}

/** @throws when it is not answered 200 */
export function once(port: number, shot: Shot, agent?: Agent): Promise<string> {
  return new Promise((answered, failed) => {
    const { method, path, headers } = shot;
    const sent = request({ agent, host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => {
        if (response.statusCode === 200) answered(text);
        else
          failed(new Error(`${method} ${path} was answered ${response.statusCode}: ${text.slice(0, 300)}`));
      });
    });
    sent.on('error', failed);
    sent.end(shot.body);
  });
}
