import { serverAddress } from '../live/server-word.ts';
import type { ResolverLimits, ServerAddress } from '../ports/resolver.ts';
import { type OptionRow, type Usage, usage, type Words } from './arguments.ts';

/** Whom a command asks, and within which bounds. */
export interface Asking {
  /** The server that the user names. */
  readonly resolver: ServerAddress | undefined;
  readonly authoritative: boolean;
  readonly limits: Partial<ResolverLimits>;
}

/** The options of commands that ask the DNS. */
export const ASKING: readonly OptionRow[] = [
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
];

/** Reads the options of a command that asks. */
export function readAsking(words: Words): Asking | Usage {
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
  return { resolver, authoritative: words.has('authoritative'), limits };
}

/** The options that are numbers, with the least and the most that they take. */
const LIMITS: readonly (readonly [keyof ResolverLimits, number, number])[] = [
  ['timeout', 50, 600_000],
  ['concurrency', 1, 4096],
  ['rate', 0, 1_000_000],
];
