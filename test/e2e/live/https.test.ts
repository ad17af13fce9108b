import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type TestContext, test } from 'node:test';
import { decode, encode, type Packet } from 'dns-packet';
import { defaultLimits } from '../../../src/ports/resolver.ts';
import { HttpsResolver } from '../../../src/ports/resolver-https.ts';
import { record } from './fake-server.ts';

const QUESTION = { name: '10.2.0.192.in-addr.arpa.', type: 'PTR' };

/** A server for DNS over HTTP on loopback; a reverse proxy would put the S before it. */
async function served(
  t: TestContext,
  answer: (query: Packet, request: IncomingMessage, response: ServerResponse) => void,
  timeout = 20_000,
): Promise<HttpsResolver> {
  const server = createServer((request, response) => {
    const given = new URL(request.url ?? '', 'http://x').searchParams.get('dns') ?? '';
    answer(decode(Buffer.from(given, 'base64url')), request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const resolver = new HttpsResolver(`http://127.0.0.1:${port}/dns-query`, { ...defaultLimits, timeout });
  t.after(() => {
    resolver.close();
    server.closeAllConnections();
    server.close();
  });
  return resolver;
}

test('a question over HTTPS is one that caches know again, and the answer is read', async (t) => {
  const seen: unknown[] = [];
  const resolver = await served(t, (query, request, response) => {
    seen.push(query.id, request.method, request.headers.accept, query.questions?.[0]?.name);
    const answers = [record('10.2.0.192.in-addr.arpa', 'PTR', 'mail.example.com')];
    response.setHeader('content-type', 'application/dns-message');
    response.end(encode({ type: 'response', id: 0, flags: 0x180, questions: query.questions ?? [], answers }));
  });
  const reply = await resolver.ask(QUESTION);
  assert.equal(reply.status, 'answer');
  assert.equal(reply.answers[0]?.data, 'mail.example.com.');
  assert.deepEqual(seen, [0, 'GET', 'application/dns-message', '10.2.0.192.in-addr.arpa']);
});

test('what goes wrong over HTTPS is told apart', async (t) => {
  const statusOf = async (answer: Parameters<typeof served>[1], timeout?: number): Promise<string> =>
    (await (await served(t, answer, timeout)).ask(QUESTION)).status;
  assert.equal(await statusOf((_query, _request, response) => response.writeHead(503).end()), 'refused');
  assert.equal(await statusOf((_query, _request, response) => response.end('<html>')), 'malformed');
  assert.equal(await statusOf(() => undefined, 400), 'timeout');
  assert.equal(await statusOf((_query, request) => request.socket.destroy()), 'unreachable');
  const elsewhere = (_query: Packet, _request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
  };
  assert.equal(await statusOf(elsewhere), 'unreachable', 'no redirect is followed');
});

test('a check that is cancelled ends what is under way', async (t) => {
  const resolver = await served(t, () => undefined);
  const reply = resolver.ask(QUESTION);
  resolver.cancel();
  assert.equal((await reply).status, 'cancelled');
  assert.equal((await resolver.ask(QUESTION)).status, 'cancelled');
});
