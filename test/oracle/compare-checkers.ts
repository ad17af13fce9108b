import assert from 'node:assert/strict';
import { MASTER, type ZoneCase } from './bind.ts';
import { type Said, saidByCheckers } from './checkers.ts';
import { toldLines } from './ours.ts';

/** What a checker reports and is not reported here, on purpose. */
interface Allowed {
  readonly program: RegExp;
  readonly message: RegExp;
  readonly why: string;
}

const ALLOWED: readonly Allowed[] = [
  { program: /validns/, message: /invalid or unsupported rdtype/, why: 'a type that validns does not know' },
  {
    program: /validns/,
    message: /dot within a label is not currently supported/,
    why: 'an escape that validns does not know',
  },
  {
    program: /validns/,
    message: /ttl is not valid|TTL is not valid|default ttl/i,
    why: 'a TTL in units that validns does not read',
  },
  {
    program: /validns/,
    message: /apex NSEC not found/,
    why: 'NSEC3PARAM alone makes no signed zone: a server may sign it',
  },
  {
    program: /validns/,
    message: /first record in the zone must be an SOA/,
    why: 'said of the zone once, by soa-missing or soa-not-first, and not at each record before the SOA',
  },
  {
    program: /validns/,
    message: /bad or unsupported algorithm 0$/,
    why: 'the CDS record that has the DS deleted (RFC 8078 section 4)',
  },
  // What follows is said at the other records of the name, or of the zone as a whole.
  { program: /validns/, message: /at least two NS/, why: 'ns-single, once a zone' },
];

/** Fails where a checker reports something of a case at a line or an owner, and nothing is found there here. */
export function compareWithCheckers(cases: readonly ZoneCase[]): void {
  const said = saidByCheckers(cases);
  assert.ok(said.flat().length > cases.length / 2, 'the checkers said next to nothing');
  const missing = cases.flatMap((zone, index) => {
    const unreported = missingIn(zone, said[index] ?? []);
    return unreported.map(
      (one) => `${textOf(zone).split('\n')[(one.line ?? 1) - 1]}\n  ${one.program}: ${one.message}`,
    );
  });
  assert.deepEqual([...new Set(missing)], []);
}

/** What is said of a case at a line, or of an owner, that nothing is found at here. */
function missingIn(zone: ZoneCase, said: readonly Said[]): readonly Said[] {
  const lines = toldLines(zone);
  const text = textOf(zone);
  return said.filter(({ program, message, line, owner }) => {
    if (isAllowed(program, message)) return false;
    // Where nothing closes, a program comes to the file's end; ldns counts the lines that it has read ahead.
    if (/unbalanced/.test(message) || program === 'ldns-read-zone') return lines.size === 0;
    // A program tells of a record where it ends, or where the line below begins.
    if (line !== undefined)
      return ![...rowAround(text, line), ...linesOfOwner(text, line)].some((one) => lines.has(one));
    return lines.size === 0 && owner !== undefined;
  });
}

function isAllowed(program: string, message: string): boolean {
  return ALLOWED.some((one) => one.program.test(program) && one.message.test(message));
}

function textOf(zone: ZoneCase): string {
  return new TextDecoder('latin1').decode(zone.files.get(MASTER));
}

/** What is wrong with an owner is said at one of its records. */
function linesOfOwner(text: string, line: number): readonly number[] {
  const owners = text.split('\n').map((row) => row.split(/\s/, 1)[0]);
  return owners.flatMap((owner, i) => (owner !== '@' && owner === owners[line - 1] ? [i + 1] : []));
}

/** The lines of the record that a line is of: with those in parentheses above, up to one below. */
function rowAround(text: string, line: number): readonly number[] {
  const rows = text.split('\n');
  let first = line;
  for (let open = 0, at = line - 1; at >= 0 && line - at < 8; at--) {
    const row = rows[at] ?? '';
    open += row.split(')').length - row.split('(').length;
    if (/^\s/.test(row) || open > 0) first = at;
    else if (open < 0) first = at + 1;
  }
  return Array.from({ length: line - first + 1 }, (_, i) => first + i);
}
