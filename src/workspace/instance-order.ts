import type { NameTable } from '../dns/name-table.ts';
import type { Instance } from './instance.ts';

/**
 * Orders instances by view, then by the $INCLUDE lines that lead to them from their zones' own files, then by zone: an order
 * that depends on the texts only, never on which was read first.
 */
export function compareInstances(a: Instance, b: Instance, names: NameTable): number {
  if (a === b) return 0;
  if (a.view !== b.view) return a.view.name < b.view.name ? -1 : 1;
  const [one, other] = [stepsTo(a), stepsTo(b)];
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const order = compareSteps(one[at], other[at]);
    if (order !== 0) return order;
  }
  // Ids of names tell which was read first.
  return one.length - other.length || (names.text(a.apex) < names.text(b.apex) ? -1 : Number(a.apex !== b.apex));
}

/** A file on the way, and where the next one is included: the block, and which of its lines. */
interface Step {
  readonly path: string;
  readonly block: number;
  readonly child: number;
}

function stepsTo(instance: Instance): Step[] {
  const steps: Step[] = [{ path: instance.file.path, block: -1, child: -1 }];
  for (let at = instance; at.parent; at = at.parent.instance) {
    const { index, children, instance: includer } = at.parent;
    const child = children.findIndex((one) => one.instance === at);
    steps.unshift({ path: includer.file.path, block: index, child });
  }
  return steps;
}

function compareSteps(a: Step | undefined, b: Step | undefined): number {
  if (!a || !b) return 0;
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.block - b.block || a.child - b.child;
}
