import { relativeTo } from '../dns/name.ts';
import { printable } from '../text/printable.ts';

/** A PTR record that is to be set by dynamic update (RFC 2136). Names are canonical. */
export interface PointerUpdate {
  readonly reverseName: string;
  readonly zone: string;
  readonly target: string;
  /** Seconds. */
  readonly ttl: number;
  /** What the zone is known to have now: the update is refused where it has something else by then. */
  readonly present: readonly string[];
  /** The primary server of the zone, where it is known. */
  readonly server: string | undefined;
}

/**
 * A script for nsupdate: it sets one PTR record, and only where the zone still has what was seen. Keys are left to
 * nsupdate's own options.
 */
export function nsupdateScript(updates: readonly PointerUpdate[]): string {
  const lines = ['; nsupdate -l on the server itself, or nsupdate -k KEYFILE'];
  for (const { reverseName, zone, target, ttl, present, server } of updates) {
    if (server !== undefined) lines.push(`server ${server}`);
    lines.push(`zone ${zone}`);
    if (present.length === 0) lines.push(`prereq nxrrset ${reverseName} IN PTR`);
    for (const name of present) lines.push(`prereq yxrrset ${reverseName} IN PTR ${name}`);
    if (present.length > 0) lines.push(`update delete ${reverseName} IN PTR`);
    lines.push(`update add ${reverseName} ${ttl} IN PTR ${target}`, 'send');
  }
  return `${lines.join('\n')}\n`;
}

/** The line that lets a server load a zone anew; with the view, where there is one. */
export function reloadLine(zone: string, view: string): string {
  const bare = shellWord(relativeTo(zone, '.'));
  return view === '' ? `rndc reload ${bare}` : `rndc reload ${bare} IN ${shellWord(view)}`;
}

/** A name as one word of a shell: it comes from files, and the line is pasted. */
function shellWord(name: string): string {
  const text = printable(name);
  return /^[\w.:/-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
