import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { registry } from '../rules/registry.ts';
import type { ServerHost } from './host.ts';
import { serve } from './server.ts';

/** A message to oneself comes after those that have come in, and without the delay that timers have. */
function soonByMessage(): (run: () => void) => void {
  const waiting: (() => void)[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => waiting.shift()?.();
  return (run) => {
    waiting.push(run);
    port2.postMessage(0);
  };
}

const host: ServerHost = {
  files: new Map(),
  live: async () => {
    const { Buffer } = await import('buffer/');
    Object.assign(globalThis, { Buffer });
    const { HttpsResolver } = await import('../ports/resolver-https.ts');
    return { kind: 'https', resolver: (url, limits) => new HttpsResolver(url, limits) };
  },
  soon: soonByMessage(),
  now: () => performance.now(),
  clock: () => Math.floor(Date.now() / 1000),
};

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
serve(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), host, registry);
