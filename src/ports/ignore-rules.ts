import { type Fits, globFault, globTest } from '../text/glob.ts';

/** What the lines of a .gitignore say of a folder: the last one that fits decides. */
export interface IgnoreRules {
  /** Of a folder by its path from the .gitignore on, in lower case; undefined where no line fits. */
  verdict(path: string): 'ignored' | 'kept' | undefined;
}

/** Lines with wildcards or a path beyond this number do not count: each of them is tried for each folder. */
const MOST_PATTERNS = 1000;

interface Line {
  readonly order: number;
  readonly verdict: 'ignored' | 'kept';
}

/** Reads a .gitignore as gitignore(5) has it, in any letter case. Lines that no pattern can have (too long, too many wildcards) are passed over. */
export function readIgnoreRules(text: string): IgnoreRules {
  const byName = new Map<string, Line>();
  const patterns: (Line & { readonly fits: Fits })[] = [];
  let order = 0;
  for (const written of text.toLowerCase().split(/\r?\n/)) {
    order++;
    if (written.startsWith('#')) continue;
    const isKept = written.startsWith('!');
    const pattern = trimmed(isKept ? written.slice(1) : written).replace(/\/$/, '');
    if (pattern === '') continue;
    const line: Line = { order, verdict: isKept ? 'kept' : 'ignored' };
    if (!/[*?[\\/]/.test(pattern)) byName.set(pattern, line);
    else if (patterns.length < MOST_PATTERNS) {
      const glob = globOf(pattern);
      if (globFault(glob) === undefined) patterns.push({ ...line, fits: globTest(glob) });
    }
  }
  return {
    verdict(path) {
      const named = byName.get(path.slice(path.lastIndexOf('/') + 1));
      const fitting = patterns.findLast(({ order, fits }) => order > (named?.order ?? 0) && fits(path));
      return (fitting ?? named)?.verdict;
    },
  };
}

/** Blanks at the end do not count, unless a backslash is before them. */
function trimmed(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ' && line[end - 2] !== '\\') end--;
  return line.slice(0, end);
}

/** Braces and groups are plain characters there; a pattern without a slash in it fits in each folder below. */
function globOf(pattern: string): string {
  const isAnchored = pattern.includes('/');
  const glob = pattern
    .replace(/^\//, '')
    .replace(/(\\.)|[{}(),|]/gs, (found) => (found.length > 1 ? found : `\\${found}`));
  return isAnchored ? glob : `**/${glob}`;
}
