import { type ColorWhen, showsColors } from './colors.ts';
import { givenPath } from './paths.ts';
import type { Surroundings } from './surroundings.ts';

/** Where a command prints to. */
export interface Output {
  /** The surroundings with the colours and the output that the command asks for. */
  readonly around: Surroundings;
  /** Writes the file, where there is one; the reason where that fails. */
  readonly finish: () => Promise<string | undefined>;
}

/** The output as a command asks for it: colours, and a file in the place of standard output. */
export function output(
  { color, outputFile }: { readonly color: ColorWhen; readonly outputFile: string | undefined },
  around: Surroundings,
): Output {
  const isTerminal = around.terminal?.isOutput === true && outputFile === undefined;
  const environment = outputFile === undefined ? (around.terminal?.environment ?? {}) : {};
  const hasColors =
    color === 'auto' && !around.terminal ? around.hasColors : showsColors(color, { isTerminal, environment });
  if (outputFile === undefined) return { around: { ...around, hasColors }, finish: async () => undefined };
  const parts: string[] = [];
  const print = async (text: string): Promise<void> => void parts.push(text);
  const finish = async (): Promise<string | undefined> => {
    const bytes = new TextEncoder().encode(parts.join(''));
    const problem = await around.saveFile?.(givenPath(outputFile, around), bytes);
    return problem === undefined ? undefined : `${outputFile}: ${problem}`;
  };
  return { around: { ...around, hasColors, print }, finish };
}
