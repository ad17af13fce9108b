import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { systemClock } from '../ports/clock.node.ts';
import { nodeFileSystem } from '../ports/file-system.node.ts';
import { registry } from '../rules/registry.ts';
import { commitsOf, filesOn } from './files.node.ts';
import type { ServerHost } from './host.ts';
import { serve } from './server.ts';

/** The host that a Node process is. */
export const nodeHost: ServerHost = {
  files: new Map([['file', filesOn(nodeFileSystem)]]),
  commits: (folder) => (folder.startsWith('file:') ? commitsOf(folder) : undefined),
  live: async () => {
    const { NodeResolver, systemServers } = await import('../ports/resolver.node.ts');
    return { kind: 'sockets', resolver: (limits) => new NodeResolver(limits), systemServers };
  },
  soon: (run) => {
    setImmediate(run);
  },
  now: () => performance.now(),
  clock: () => systemClock().now(),
};

/** Serves over what the command line says: standard input and output, a pipe, a socket, or the parent process. */
export function startServer(): void {
  serve(createConnection(ProposedFeatures.all), nodeHost, registry);
}
