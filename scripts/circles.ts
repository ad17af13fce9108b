import { posix } from 'node:path';
import { importsOf, type SourceFile } from './layers.ts';

/** Files that import each other, types included, and why that is right. */
export interface AllowedCircle {
  /** Paths below src, in alphabetical order. */
  readonly files: readonly string[];
  readonly reason: string;
}

/** The circles that there are to be. One that is gone must go from here too. */
export const allowedCircles: readonly AllowedCircle[] = [
  {
    files: ['workspace/instance.ts', 'workspace/view.ts'],
    reason: 'a zone is of a view, and a view holds zones: neither can be said without the other',
  },
];

/** Says of each import circle that is not allowed, and of each allowed one that is none, what is wrong and what to do. */
export function circleFaults(
  files: readonly SourceFile[],
  allowed: readonly AllowedCircle[] = allowedCircles,
): readonly string[] {
  const imports = importsByFile(files);
  const circles = circlesIn(imports);
  const key = (paths: readonly string[]): string => paths.join(' ');
  const known = new Set(allowed.map(({ files: paths }) => key(paths)));
  const found = new Set(circles.map(key));
  const isWhole = new Set(imports.keys());
  return [
    ...circles.filter((circle) => !known.has(key(circle))).map((circle) => messageOf(circle, imports)),
    ...allowed
      .filter(({ files: paths }) => !found.has(key(paths)) && paths.some((path) => isWhole.has(path)))
      .map(
        ({ files: paths }) =>
          `${paths.join(', ')} are no circle any more: take them off the list in scripts/circles.ts`,
      ),
  ];
}

/** The files of each circle in alphabetical order (Tarjan's strongly connected components of more than one file). */
export function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.get(file) ?? 0);
    open.push(file);
    for (const next of imports.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(next) ?? 0));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1 || imports.get(file)?.includes(file)) circles.push(circle.sort());
  };
  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return circles.sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

function importsByFile(files: readonly SourceFile[]): ReadonlyMap<string, readonly string[]> {
  const paths = new Set(files.map(({ path }) => path));
  return new Map(
    files.map(({ path, text }) => {
      const targets = importsOf(text).map((specifier) => posix.join(posix.dirname(path), specifier));
      return [path, targets.filter((target) => paths.has(target))];
    }),
  );
}

function messageOf(circle: readonly string[], imports: ReadonlyMap<string, readonly string[]>): string {
  const arrows = circle.map((file) => {
    const inside = (imports.get(file) ?? []).filter((target) => circle.includes(target));
    return `\n    src/${file} imports ${inside.join(', ')}`;
  });
  return (
    `${circle.length} files import each other: move the types that they share to a file of their own, ` +
    `or have the part ask an interface of the whole${arrows.join('')}`
  );
}
