import type { CheckerName } from '../../ports/external-checkers.ts';
import type { Severity } from '../../rules/rule.ts';

/** What a checker says of a zone: at a line, of an owner, or of the zone as a whole. */
export interface CheckerMessage {
  readonly message: string;
  readonly severity: Severity;
  /** The name of the text (see `CheckerTexts`), and the line, counted from 1. */
  readonly at?: { readonly name: string; readonly line: number };
  /** The owner as it says it, and the type of its records. */
  readonly owner?: { readonly name: string; readonly type?: string };
}

/** What a checker printed, as messages; lines that only sum up, and praise, are left out. `isRefused` tells how it ended. */
export function readOutput(program: CheckerName, text: string, isRefused: boolean): readonly CheckerMessage[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const until = program === 'kzonecheck' ? lines.indexOf('Error summary:') : -1;
  const read = until < 0 ? lines : lines.slice(0, until);
  const found = read.flatMap((line) => READERS[program](line, isRefused) ?? []);
  if (found.length > 0 || !isRefused) return found;
  const last = lines.map((line) => line.replace(/^\[[^\]]*\] \S+?\[\d+\]: |^(?:zone \S+|error): /g, '')).at(-1);
  return last === undefined ? [] : [{ message: last, severity: 'error' }];
}

type Reader = (line: string, isRefused: boolean) => CheckerMessage | undefined;

const READERS: Readonly<Record<CheckerName, Reader>> = {
  'named-checkzone': readBind,
  'nsd-checkzone': readNsd,
  kzonecheck: readKnot,
};

/** `dns_rdata_fromtext: z0:3: near 'x': bad dotted quad`, `zone example.com/IN: www.example.com/MX 'x' is a CNAME`. */
function readBind(line: string, isRefused: boolean): CheckerMessage | undefined {
  const placed = /^([\w$]+: )?(z\d+):(\d+): (.*)$/.exec(line);
  if (placed) {
    const [, source, name = '', number, message = ''] = placed;
    const severity = source !== undefined && isRefused ? 'error' : 'warning';
    return { message, severity, at: { name, line: Number(number) } };
  }
  const [, said] = /^zone [^\s:]+: (.*)$/.exec(line) ?? [];
  if (said === undefined || /^(?:loaded serial|loading from master file|not loaded)/.test(said)) return undefined;
  const [, name, type] = /^([^\s/']+)\/([A-Z0-9-]+) /.exec(said) ?? [];
  const owner = name === undefined || type === undefined ? {} : { owner: { name, type } };
  return { message: said, severity: isRefused ? 'error' : 'warning', ...owner };
}

/** `[2026-11-23 12:00:00.000] nsd-checkzone[7]: error: z0:3: Invalid address in A`. */
function readNsd(line: string): CheckerMessage | undefined {
  const [, level, name, number, message = ''] = /(?:^|\]: )(error|warning): (?:(z\d+):(\d+): )?(.*)$/.exec(line) ?? [];
  // A node is named in a line of its own, before what is said of it.
  if (level === undefined || message.startsWith('While checking node')) return undefined;
  const at = name === undefined ? {} : { at: { name, line: Number(number) } };
  return { message, severity: level === 'error' ? 'error' : 'warning', ...at };
}

/** `error: [example.com.] zone loader, error in zone, file 'z0', line 3 (invalid IPv4 address)`, `[www.example.com.] missing glue record`. */
function readKnot(line: string, isRefused: boolean): CheckerMessage | undefined {
  const [, level, loader] = /^(error|warning|notice): \[[^\]]*\] zone loader, (.*)$/.exec(line) ?? [];
  if (loader !== undefined) {
    const severity = level === 'error' ? 'error' : 'warning';
    const placed = /^(?:fatal )?error in zone, file '(?:[^']*[/\\])?(z\d+)', line (\d+) \((.*)\)$/.exec(loader);
    // That of the line before, which is in the file: nothing is wrong with the $INCLUDE.
    if (placed?.[3] === 'include file processing error') return undefined;
    if (placed) return { message: placed[3] ?? '', severity, at: { name: placed[1] ?? '', line: Number(placed[2]) } };
    const [, name, type] = /owner (\S+?),(?: type (\S+?),)?/.exec(loader) ?? [];
    if (/^failed to load zone/.test(loader)) return undefined;
    return {
      message: loader,
      severity,
      ...(name === undefined ? {} : { owner: type === undefined ? { name } : { name, type } }),
    };
  }
  const [, name, message] = /^\[([^\]]+)\] (.*)$/.exec(line) ?? [];
  if (name === undefined || message === undefined) return undefined;
  return { message, severity: isRefused ? 'error' : 'warning', owner: { name } };
}
