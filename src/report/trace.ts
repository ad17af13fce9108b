import type { PlacedFinding } from '../rules/facts/placed-finding.ts';
import type { Position } from '../text/block.ts';
import type { Faulted, RawFault } from './fault-types.ts';
import type { FileRange, Places } from './place.ts';
import type { Shown } from './shown.ts';

/** What passes take away: a finding at any of the stages. */
export type Item = RawFault | Faulted | PlacedFinding | Shown;

/** A finding as the trace names it; the place is undefined where its text is gone. */
export interface Traced {
  readonly rule: string;
  readonly at: { readonly path: string; readonly start: Position } | undefined;
  readonly message: string;
}

/** That a pass took a finding away: for which other one, or for what else. */
export interface Taken {
  readonly pass: string;
  readonly what: Traced;
  readonly by: Traced | string;
}

/** Hears of each finding that a pass takes away. */
export type Trace = (taken: Taken) => void;

/** An item of any stage as the trace names it. */
export function traced(item: Item, places: Places): Traced {
  if ('fault' in item) {
    const { rule, start, end, message } = item.fault;
    return { rule, at: startOf(places.inBlock(item.block, start, end)), message };
  }
  if ('path' in item) return { rule: item.rule, at: startOf(item), message: item.message };
  const { rule, at, counterpart = at, message } = item.finding;
  return { rule, at: startOf(places.of(item.primary ? at : counterpart)), message };
}

/** One line of the trace; lines and columns count from one, and files are named as `label` does. */
export function takenText({ pass, what, by }: Taken, label: (path: string) => string): string {
  const said = (item: Traced): string => `${placeText(item, label)} ${item.rule}: ${firstLine(item.message)}`;
  return `${said(what)}\n    not shown, by the pass ${pass}: ${typeof by === 'string' ? by : `for ${said(by)}`}`;
}

function placeText({ at }: Traced, label: (path: string) => string): string {
  return at ? `${label(at.path)}:${at.start.line + 1}:${at.start.character + 1}` : '(no place)';
}

function firstLine(message: string): string {
  const end = message.indexOf('\n');
  return end < 0 ? message : `${message.slice(0, end)} ...`;
}

function startOf(place: FileRange | undefined): Traced['at'] {
  return place && { path: place.path, start: place.range.start };
}
