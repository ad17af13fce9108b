import { lowerName } from '../dns/name.ts';
import type { Shown } from '../report/shown.ts';
import { shownPath } from './paths.ts';
import type { Workspace } from './workspace.ts';

/**
 * A fingerprint for each finding: 32 hexadecimal digits that stay the same where lines move, other findings come or go, or
 * the base folder lies elsewhere: how many more there are counts for nothing. What a rule found is known by its name and zone,
 * what reading a line found by the words of the line. Of findings that are alike the first has number 1, and so on: all
 * fingerprints differ.
 */
export function fingerprinted(found: readonly Shown[], around: Fingerprinting): string[] {
  const numbered = numbering();
  return found.map((shown) => numbered(identityOf(shown, around)));
}

/** What fingerprints are worked out with. */
interface Fingerprinting {
  readonly workspace: Workspace;
  /** The folder that paths are told from. */
  readonly base: string;
  /** The line on which a finding begins. */
  readonly lineOf: (shown: Shown) => string;
}

/** The same for each name that a finding may be about together with others, or alone; none where its rule knows no groups. */
export function memberFingerprints(found: readonly Shown[], workspace: Workspace): string[][] {
  const numbered = numbering();
  return found.map((shown) => membersOf(shown, workspace).map(numbered));
}

function numbering(): (identity: string) => string {
  const counts = new Map<string, number>();
  return (identity) => {
    const count = (counts.get(identity) ?? 0) + 1;
    counts.set(identity, count);
    return digest(`${identity}\n${count}`);
  };
}

/** A name of a group is known by its rule alone: who else is in it, in which file and in what words, comes and goes. */
function membersOf({ rule, finding, alike = [], view = '' }: Shown, { engine, store }: Workspace): string[] {
  const members = engine.rule(rule)?.members;
  const held = members && finding && store.views.get(view);
  if (!held) return [];
  const ctx = engine.context(held);
  return [finding, ...alike]
    .flatMap((one) => members(one, ctx))
    .map((name) => memberIdentity(rule, view, store.names.text(name)));
}

function memberIdentity(rule: string, view: string, name: string): string {
  return [rule, view, lowerName(name)].join('\n');
}

/** The fingerprint of a name that a rule finds once in a view, together with others or alone. */
export function memberFingerprint(rule: string, view: string, name: string): string {
  return numbering()(memberIdentity(rule, view, name));
}

function identityOf(shown: Shown, { workspace, base, lineOf }: Fingerprinting): string {
  const { rule, path, message, finding, zone, view } = shown;
  // How a line is laid out counts for nothing.
  const about = finding
    ? lowerName(workspace.store.names.text(finding.key))
    : lineOf(shown).trim().replace(/\s+/g, ' ');
  const said = withoutPlaces(finding?.more ? finding.message : message);
  return [rule, shownPath(path, base), zone ?? '', view ?? '', about, said].join('\n');
}

/** A message without the lines that it names, which move. */
function withoutPlaces(message: string): string {
  return message.replace(/\b(lines?) \d+/g, '$1').replace(/(\.\w+):\d+(:\d+)?\b/g, '$1');
}

/** Four sums (FNV-1a, 32 bits each, from different starts): short, the same everywhere, and not meant to keep a secret. */
function digest(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((start) => sum(bytes, start)).join('');
}

function sum(bytes: Uint8Array, start: number): string {
  let hash = start;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  // The last bytes must reach all bits.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0).toString(16).padStart(8, '0');
}
