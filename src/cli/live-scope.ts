import type { LiveHeld } from '../features/live-held.ts';
import type { LiveScope } from '../features/live-scope.ts';
import type { Zone } from '../workspace/instance.ts';
import { givenPath } from './paths.ts';
import { sayProblems } from './say.ts';
import type { Surroundings } from './surroundings.ts';
import type { Workspace } from './workspace.ts';

interface ScopeContext {
  readonly workspace: Workspace;
  readonly held: LiveHeld;
  readonly around: Surroundings;
}

/** Fills a scope with what the words of a command name: files first, then what the words say by themselves. */
export async function fillScope(scope: LiveScope, targets: readonly string[], ctx: ScopeContext): Promise<void> {
  // What is held only stands beside the answers, unless it is what was asked about.
  const isNamed = ctx.workspace.targets.some(({ bytes }) => bytes !== undefined);
  if (isNamed) scope.problems.push(...ctx.workspace.problems);
  else sayProblems(ctx.workspace.problems, ctx.around);
  for (const target of targets) {
    const zones = zonesOfFile(target, ctx);
    if (zones === 'unknown') scope.problems.push(`${target}: nobody knows which zone this file is`);
    else if (zones) for (const zone of zones) scope.addZone(zone);
    else await scope.addWord(target);
  }
}

/** The zones of a file that was named; undefined where the word names none. */
function zonesOfFile(target: string, { workspace, held, around }: ScopeContext): Zone[] | 'unknown' | undefined {
  const path = givenPath(target, around);
  const file = workspace.store.files.get(path);
  if (!file) return workspace.passedOver.includes(path) ? 'unknown' : undefined;
  const zones = held.zonesOf(file);
  return zones.length > 0 ? zones : 'unknown';
}
