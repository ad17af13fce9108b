import { serverAddress } from '../live/server-word.ts';
import type { ResolverLimits } from '../ports/resolver.ts';
import { type CommandRow, type Usage, usage, type Words } from './arguments.ts';
import { live } from './live.ts';
import type { LiveCommand } from './live-command.ts';
import { TEXT_OR_JSON, textOrJson } from './options.ts';

/** `zonewright live`. */
export const liveRow: CommandRow<LiveCommand> = {
  name: 'live',
  operands: 'TARGET...',
  about: `Asks the DNS for the PTR records of addresses, as mail servers do, and holds the answers against the zone files.
A TARGET is an address, a network (192.0.2.0/24), a host, a domain, a zone of the workspace, or a zone file. Private and
documentation addresses are asked only of the server that --resolver names.`,
  options: [
    TEXT_OR_JSON,
    {
      name: 'resolver',
      value: 'ADDR[:PORT]',
      about: "the server to ask, such as 192.0.2.53 or [2001:db8::53]:5353; else the system's",
    },
    {
      name: 'authoritative',
      about: 'asks every server of the zones itself, found through the resolver, or from the root down',
    },
    { name: 'timeout', value: 'MS', about: 'milliseconds for one question to one server (3000)' },
    { name: 'concurrency', value: 'N', about: 'the most questions under way at once (64)' },
    { name: 'rate', value: 'N', about: 'the most questions a second (20000); 0 for no bound' },
    { name: 'records', about: 'compares all records of the zones that are named with those that are published' },
  ],
  exit: '0 all addresses are confirmed, 1 something is wrong, 3 nothing is wrong as far as is known, 2 wrong usage, or something could not be read',
  read: readLive,
  run: live,
};

function readLive(words: Words): LiveCommand | Usage {
  if (words.paths.length === 0) return usage('live takes an address, a network, a host, a zone or a zone file');
  const word = words.last('resolver');
  const resolver = word === undefined ? undefined : serverAddress(word);
  if (word !== undefined && !resolver)
    return usage(`--resolver takes an address, and a port behind a colon: "${word}" is none`);
  const limits: Record<string, number> = {};
  for (const [name, least, most] of LIMITS) {
    const text = words.last(name);
    if (text === undefined) continue;
    const value = /^\d{1,7}$/.test(text) ? Number(text) : -1;
    if (value < least || value > most) return usage(`--${name} takes a number from ${least} to ${most}`);
    limits[name] = value;
  }
  const flags = { authoritative: words.has('authoritative'), records: words.has('records') };
  return { kind: 'live', format: words.oneOf('format', textOrJson), resolver, ...flags, limits, targets: words.paths };
}

/** The options that are numbers, with the least and the most that they take. */
const LIMITS: readonly (readonly [keyof ResolverLimits, number, number])[] = [
  ['timeout', 50, 600_000],
  ['concurrency', 1, 4096],
  ['rate', 0, 1_000_000],
];
