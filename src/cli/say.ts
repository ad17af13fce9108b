import type { Surroundings } from './surroundings.ts';

/** Says on standard error what went wrong, a line each. */
export function sayProblems(problems: Iterable<string>, { complain }: Pick<Surroundings, 'complain'>): void {
  for (const problem of problems) complain(`zonewright: ${problem}`);
}

/** Says one thing that went wrong. */
export function sayProblem(problem: string, around: Pick<Surroundings, 'complain'>): void {
  sayProblems([problem], around);
}

/** Says several lines. */
export function sayLines(lines: Iterable<string>, { complain }: Pick<Surroundings, 'complain'>): void {
  for (const line of lines) complain(line);
}
