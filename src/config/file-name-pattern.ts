import type { Dialect } from './configuration.ts';

/** The zone that a file name is written for. `name` is as the configuration writes it, without its final dot. */
export interface NamedZone {
  readonly name: string;
  readonly type?: string;
  readonly view?: string;
}

/** Replaces what stands for the zone in the name of a zone file (`%s` and its like), as each server does. */
export function expandFileName(dialect: Dialect, pattern: string, zone: NamedZone): string {
  switch (dialect) {
    case 'nsd':
      return pattern.includes('%') ? expandNsd(pattern, zone.name) : pattern;
    case 'knot':
      return pattern.includes('%') ? expandKnot(pattern, zone.name) : pattern;
    case 'bind':
      return pattern.includes('$') ? expandBind(pattern, zone) : pattern;
    case 'coredns':
      return pattern;
  }
}

/** nsd.conf(5): a character or label that the name does not have gives a dot. */
function expandNsd(pattern: string, name: string): string {
  const labels = name.split('.').reverse();
  return pattern.replace(/%([s123xyz])/g, (_, letter: string) => {
    if (letter === 's') return name === '' ? '.' : name;
    const label = 'zyx'.indexOf(letter);
    const found = label === -1 ? name.charAt(Number(letter) - 1) : labels[label];
    return found === undefined || found === '' ? '.' : found;
  });
}

/** knot.conf(5): characters count from the left and include the final dot, labels from the right; none gives nothing. */
function expandKnot(pattern: string, name: string): string {
  const absolute = `${name}.`;
  const labels = name.split('.').reverse();
  return pattern.replace(/%(?:(s)|(%)|c\[(\d{1,3})(?:-(\d{1,3}))?\]|l\[(\d{1,3})\])/g, (...groups: string[]) => {
    const [, whole, percent, from, to, label] = groups;
    if (whole !== undefined) return name.replaceAll('/', '_');
    if (percent !== undefined) return '%';
    if (label !== undefined) return labels[Number(label)] ?? '';
    return absolute.slice(Number(from), Number(to ?? from) + 1);
  });
}

/** Since BIND 9.21, chiefly in templates. */
function expandBind(pattern: string, zone: NamedZone): string {
  return pattern.replace(/\$(name|type|view)/gi, (whole, word: string) => {
    const key = word.toLowerCase();
    if (key === 'name') return zone.name === '' ? '.' : zone.name.toLowerCase();
    if (key === 'type') return zone.type ?? whole;
    return zone.view ?? '_default';
  });
}
