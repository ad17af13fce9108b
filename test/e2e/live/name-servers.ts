import { type ChildProcess, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findProgram, nameServers } from '../../../scripts/programs.ts';
import { NodeResolver } from '../../../src/ports/resolver.node.ts';
import type { ServerAddress } from '../../../src/ports/resolver.ts';

/** What a server is to serve. */
export interface NameServerOptions {
  readonly kind: keyof typeof nameServers;
  /** Texts of zone files, by zone without its final dot; each `$INCLUDE`d file by its path. */
  readonly zones: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  /** named listens only where an interface has the address: 127.0.0.1 or ::1. */
  readonly address?: string;
  readonly port?: number;
  /** Whoever asks from this machine may update its zones (named only). */
  readonly isDynamic?: boolean;
  /** It asks others where it has no zone: which, by zone. */
  readonly forwards?: Readonly<Record<string, ServerAddress>>;
}

/** A running server. */
export interface NameServer extends ServerAddress {
  readonly folder: string;
  stop(): Promise<void>;
}

/** Starts a server on loopback and waits until it answers. */
export async function nameServer(options: NameServerOptions): Promise<NameServer> {
  const program = findProgram(nameServers[options.kind]);
  if (program === undefined) throw new Error(`${options.kind} is needed: npm test -- live installs it`);
  const address = options.address ?? '127.0.0.1';
  const port = options.port ?? (await freePort(address));
  const folder = mkdtempSync(join(tmpdir(), `zonewright-${options.kind}-`));
  const put = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  for (const [zone, text] of Object.entries(options.zones)) put(fileOf(zone), text);
  for (const [file, text] of Object.entries(options.files ?? {})) put(file, text);
  put('server.conf', CONFIGURATIONS[options.kind]({ ...options, address, port, folder }));
  const child = spawn(program, ARGUMENTS[options.kind](folder), { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (log += String(chunk)));
  const stop = async (): Promise<void> => {
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const [zone = ''] = Object.keys(options.zones);
  if (await answers({ address, port }, zone, child)) return { address, port, folder, stop };
  await stop();
  throw new Error(`${options.kind} does not answer: ${log.slice(-2000)}`);
}

/** A port of a loopback address that nobody has, over UDP and TCP. */
export async function freePort(address = '127.0.0.1'): Promise<number> {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
  await new Promise<void>((resolve) => socket.bind(0, address, resolve));
  const { port } = socket.address();
  await new Promise<void>((resolve) => socket.close(resolve));
  const server = createServer();
  const isFree = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, address, () => resolve(true));
  });
  if (!isFree) return freePort(address);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The head of a zone: its SOA with a serial, and its servers. */
export function head(serial: number, ...servers: readonly string[]): string {
  const [first = 'ns1.example.net.'] = servers;
  const names = (servers.length > 0 ? servers : [first]).map((server) => `@ IN NS ${server}`);
  return `$TTL 3600\n@ IN SOA ${first} hostmaster.example.com. ${serial} 14400 3600 1209600 300\n${names.join('\n')}\n`;
}

interface Setting extends NameServerOptions {
  readonly address: string;
  readonly port: number;
  readonly folder: string;
}

const CONFIGURATIONS: Readonly<Record<NameServerOptions['kind'], (setting: Setting) => string>> = {
  named: ({ address, port, folder, zones, forwards, isDynamic }) => {
    const updates = isDynamic ? ' allow-update { 127.0.0.1; };' : '';
    const listen = address.includes(':')
      ? `listen-on { none; }; listen-on-v6 port ${port} { ${address}; };`
      : `listen-on port ${port} { ${address}; }; listen-on-v6 { none; };`;
    const recursion = forwards ? 'recursion yes; allow-recursion { any; };' : 'recursion no;';
    const lines = Object.keys(zones).map(
      (zone) => `zone "${zone}" { type primary; file "${fileOf(zone)}";${updates} };`,
    );
    const forwarded = Object.entries(forwards ?? {}).map(
      ([zone, to]) => `zone "${zone}" { type forward; forward only; forwarders { ${to.address} port ${to.port}; }; };`,
    );
    return `options { directory "${folder}"; ${listen} ${recursion} notify no; dnssec-validation no; empty-zones-enable no;
  minimal-responses no; allow-transfer { any; }; pid-file "${folder}/pid"; session-keyfile "${folder}/key"; check-names primary ignore;
  max-records-per-type 0; };
controls { };
${forwards ? `zone "." { type hint; file "root.hints"; };` : ''}
${[...lines, ...forwarded].join('\n')}
`;
  },
  nsd: ({ address, port, folder, zones }) => {
    const lines = Object.keys(zones).map((zone) => `zone:\n  name: "${zone}"\n  zonefile: "${fileOf(zone)}"\n`);
    return `server:
  ip-address: ${address}@${port}
  server-count: 1
  username: ""
  zonesdir: "${folder}"
  database: ""
  pidfile: "${folder}/pid"
  xfrdfile: "${folder}/xfrd.state"
  zonelistfile: "${folder}/zone.list"
  xfrdir: "${folder}"
remote-control:
  control-enable: no
${lines.join('')}`;
  },
  knot: ({ address, port, folder, zones }) => {
    const lines = Object.keys(zones).map((zone) => `  - domain: "${zone}"\n    file: "${fileOf(zone)}"\n`);
    return `server:
    rundir: "${folder}"
    listen: ${address}@${port}
    udp-workers: 1
    tcp-workers: 1
    background-workers: 1
log:
  - target: stderr
    any: warning
database:
    storage: "${folder}/db"
template:
  - id: default
    storage: "${folder}"
    zonefile-sync: -1
zone:
${lines.join('')}`;
  },
};

const ARGUMENTS: Readonly<Record<NameServerOptions['kind'], (folder: string) => string[]>> = {
  named: (folder) => ['-g', '-n', '1', '-c', join(folder, 'server.conf')],
  nsd: (folder) => ['-d', '-c', join(folder, 'server.conf')],
  knot: (folder) => ['-c', join(folder, 'server.conf')],
};

function fileOf(zone: string): string {
  return `zones/${zone.replaceAll('/', '_')}.zone`;
}

async function answers(server: ServerAddress, zone: string, child: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < 100 && child.exitCode === null; tries++) {
    const resolver = new NodeResolver({ timeout: 300, concurrency: 1, rate: 0 });
    const reply = await resolver.ask({ name: `${zone}.`, type: 'SOA' }, server, false);
    resolver.close();
    if (reply.status !== 'unreachable' && reply.status !== 'timeout') return true;
    await wait(100);
  }
  return false;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(timer);
}
