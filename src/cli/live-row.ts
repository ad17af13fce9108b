import { nameKey } from '../dns/name.ts';
import { type CommandRow, type Usage, usage, type Words } from './arguments.ts';
import { ASKING, readAsking } from './asking-options.ts';
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
    ...ASKING,
    {
      name: 'helo',
      value: 'NAME',
      about: 'what the mail server at the one address that is named calls itself: has that name the address?',
    },
    { name: 'records', about: 'compares all records of the zones that are named with those that are published' },
  ],
  exit: '0 all addresses are confirmed, 1 something is wrong, 3 nothing is wrong as far as is known, 2 wrong usage, or something could not be read',
  read: readLive,
  run: live,
};

function readLive(words: Words): LiveCommand | Usage {
  if (words.paths.length === 0) return usage('live takes an address, a network, a host, a zone or a zone file');
  const asking = readAsking(words);
  if ('kind' in asking) return asking;
  const helo = words.last('helo');
  if (helo !== undefined && (nameKey(helo, '.') ?? '.') === '.') return usage(`--helo takes a name: "${helo}" is none`);
  if (helo !== undefined && words.paths.length > 1) return usage('--helo belongs to one address or host');
  const format = words.oneOf('format', textOrJson);
  return { kind: 'live', format, ...asking, helo, records: words.has('records'), targets: words.paths };
}
