import { join } from 'node:path';
import {
  createConnection,
  LSPErrorCodes,
  Message,
  ProposedFeatures,
  type ResponseMessage,
} from 'vscode-languageserver/node';
import { phrase } from '../language/phrase.ts';
import { systemClock } from '../ports/clock.node.ts';
import { diskSpelling } from '../ports/disk-spelling.node.ts';
import { nodeFileSystem } from '../ports/file-system.node.ts';
import { registry } from '../rules/registry.ts';
import { RULE_PAGES } from '../shared/rule-pages.ts';
import { commitsOf, filesOn } from './files.node.ts';
import type { ServerHost } from './host.ts';
import { readLargeMessagesInTurns } from './large-messages.node.ts';
import { rulePagesIn } from './rule-pages.node.ts';
import { serve } from './server.ts';
import { translationsIn } from './translations.node.ts';

/** The host that a Node process is. */
export const nodeHost: ServerHost = {
  files: new Map([['file', filesOn(nodeFileSystem, diskSpelling)]]),
  commits: (folder) => (folder.startsWith('file:') ? commitsOf(folder) : undefined),
  live: async () => {
    const { NodeResolver, systemServers } = await import('../ports/resolver.node.ts');
    return { kind: 'sockets', resolver: (limits) => new NodeResolver(limits), systemServers };
  },
  checkers: async () => (await import('../ports/external-checkers.node.ts')).runChecker,
  signatures: async () => (await import('../ports/signature-checker.node.ts')).nodeSignatureChecker(),
  soon: (run) => {
    setImmediate(run);
  },
  now: () => performance.now(),
  clock: () => systemClock().now(),
};

/**
 * Serves over what the command line says: standard input and output, a pipe, a socket, or the parent process. The pages of
 * rules and the texts of languages lie in the package, whose folder `home` is.
 */
export function startServer(home: string): void {
  const connectionStrategy = { cancelUndispatched: cancelled };
  const host = {
    ...nodeHost,
    rulePage: rulePagesIn(join(home, 'dist', RULE_PAGES)),
    translations: (language: string) => translationsIn(home, language),
  };
  readLargeMessagesInTurns();
  serve(createConnection(ProposedFeatures.all, { connectionStrategy }), host, registry);
}

/** A request that is cancelled before it was looked at is not worked on. */
function cancelled(message: Message): ResponseMessage | undefined {
  if (!Message.isRequest(message)) return undefined;
  const { id } = message;
  return { jsonrpc: '2.0', id, error: { code: LSPErrorCodes.RequestCancelled, message: phrase`cancelled` } };
}
