import { dialectOfConfiguration } from '../config/dialect.ts';
import { DIALECT_HEAD } from '../project/configuration-files.ts';
import type { Project } from '../project/project.ts';
import { TextLines } from '../report/text-lines.ts';
import { shownPath } from './paths.ts';
import type { Surroundings } from './surroundings.ts';

/** Why a configuration that the command gives does not tell all its zones; undefined where it can be read. */
export function configurationFault(project: Project, path: string, around: Surroundings): string | undefined {
  const text = project.configurations.text(path);
  if (text === undefined) return undefined;
  const shown = shownPath(path, around.directory);
  if (dialectOfConfiguration(path, text.slice(0, DIALECT_HEAD)) === undefined)
    return `${shown}: it is no configuration of BIND, NSD, Knot DNS or CoreDNS`;
  const fault = project.configurations.map.problems.find(
    (problem) => problem.kind === 'syntax' && problem.path === path,
  );
  if (!fault) return undefined;
  const { line, character } = new TextLines(text).position(fault.range.start);
  return `${shown}:${line + 1}:${character + 1}: ${fault.message}`;
}
