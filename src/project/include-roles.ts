/** The files of a workspace and which of them include which, as far as they are read. */
export interface IncludeGraph {
  readonly paths: Iterable<string>;
  /** Whether a file counts though nothing includes it: by its name, its text, a configuration, or because it is open. */
  isOwn(path: string): boolean;
  /** Whether a file is read by itself though another one includes it: its zone is told. */
  isFirm(path: string): boolean;
  /** Of files that include each other in a circle the one with an SOA record is the zone. */
  hasSoa(path: string): boolean;
  /** The known files that a file includes. */
  includes(path: string): Iterable<string>;
}

/** What inclusion makes of files. */
export interface IncludeRoles {
  /** Files that are read only where others include them. */
  readonly parts: ReadonlySet<string>;
  /** Files that only an $INCLUDE made count, and that none includes any more. */
  readonly lost: ReadonlySet<string>;
}

/**
 * What each file is, whatever came first: what a zone reaches is part of it. Of what no zone reaches, what nothing includes
 * is read by itself; of a circle one file is, the one with an SOA record or else the first by its path.
 */
export function includeRoles(graph: IncludeGraph): IncludeRoles {
  const all = [...graph.paths].sort();
  const own = all.filter((path) => graph.isOwn(path));
  const reached = new Set<string>();
  const roots = new Set(own.filter((path) => graph.isFirm(path)));
  for (const root of roots) reach(graph, root, reached);
  const rest = own.filter((path) => !roots.has(path) && !reached.has(path));
  const preferred = [...rest.filter((path) => graph.hasSoa(path)), ...rest.filter((path) => !graph.hasSoa(path))];
  for (const path of sources(graph, preferred)) {
    if (reached.has(path)) continue;
    roots.add(path);
    reach(graph, path, reached);
  }
  const parts = all.filter((path) => reached.has(path) && !roots.has(path) && !graph.isFirm(path));
  const lost = all.filter((path) => !reached.has(path) && !roots.has(path));
  return { parts: new Set(parts), lost: new Set(lost) };
}

/** Adds what a file includes, and what that includes; the file itself only where something of it leads back. */
function reach(graph: IncludeGraph, from: string, reached: Set<string>): void {
  const open = [from];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const included of graph.includes(path)) {
      if (reached.has(included)) continue;
      reached.add(included);
      open.push(included);
    }
  }
}

/**
 * The files in an order in which each one reaches all of the others that come behind it and are reached by any: of a
 * circle that nothing else leads into, the first one given comes first.
 */
function sources(graph: IncludeGraph, paths: readonly string[]): readonly string[] {
  const isCandidate = new Set(paths);
  // Ends of a walk through what includes: what ends last is reached by nothing that ended before, but for circles.
  const ended: string[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    const open: { readonly path: string; readonly left: Iterator<string> }[] = [];
    const enter = (next: string): void => {
      if (seen.has(next)) return;
      seen.add(next);
      open.push({ path: next, left: graph.includes(next)[Symbol.iterator]() });
    };
    enter(path);
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const step = top.left.next();
      if (!step.done) enter(step.value);
      else {
        open.pop();
        if (isCandidate.has(top.path)) ended.push(top.path);
      }
    }
  }
  const heads: string[] = [];
  const covered = new Set<string>();
  for (const path of ended.reverse()) {
    if (covered.has(path)) continue;
    heads.push(path);
    reach(graph, path, covered);
  }
  // Each head stands for its circle: the first of the files given that it reaches and that reach it.
  return heads.map((head) => {
    const below = new Set<string>();
    reach(graph, head, below);
    if (!below.has(head)) return head;
    return (
      paths.find((path) => {
        if (path === head) return true;
        if (!below.has(path)) return false;
        const back = new Set<string>();
        reach(graph, path, back);
        return back.has(head);
      }) ?? head
    );
  });
}
