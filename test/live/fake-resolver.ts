import {
  type Question,
  type Reply,
  type Resolver,
  type ServerAddress,
  silence,
  type WireRecord,
} from '../../src/ports/resolver.ts';

/** What a server of the test says to a question; undefined for silence. */
export type Say = (question: Question, server: ServerAddress, recursive: boolean) => Partial<Reply> | undefined;

/** A resolver without a network, and the questions that it got. */
export function fakeResolver(say: Say): Resolver & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    ask: async (question, server, recursive) => {
      asked.push(`${server.address} ${question.name} ${question.type}`);
      const said = say(question, server, recursive);
      return said ? { ...silence('answer'), ...said } : silence('timeout');
    },
    transfer: async () => ({ kind: 'refused', reason: 'refused' }),
    cancel: () => undefined,
    close: () => undefined,
  };
}

/** A record: `rr('mail.example.com.', 'A', '192.0.2.10')`. */
export function rr(name: string, type: string, data: string): WireRecord {
  const soa = { primary: 'ns1.example.net.', mailbox: 'hostmaster.example.com.', serial: Number(data) };
  return { name, type, ttl: 3600, data, ...(type === 'SOA' ? { soa } : {}) };
}
