import type { Project } from '../project/project.ts';
import type { FindingPart } from '../rules/facts/placed-finding.ts';
import type { Level, Rule, Severity } from '../rules/rule.ts';
import type { Counterparts } from '../settings/settings-table.ts';
import type { Held } from '../workspace/held.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { View } from '../workspace/view.ts';
import type { Faulted, Template } from './fault-types.ts';
import { knownRule } from './known-rule.ts';
import type { TypedLine } from './moment.ts';
import type { Places } from './place.ts';
import type { Suppressions } from './suppress.ts';
import { type Item, type Trace, traced } from './trace.ts';

/** Items that may be counted before they are made; arrays are such. `length` may be higher than what comes. */
export interface Many<T> extends Iterable<T> {
  readonly length: number;
  /** The same in parts, each of one rule and one severity, where they are kept so: then not all need be looked at. */
  readonly parts?: readonly FindingPart<T>[];
}

/** What all passes may ask. */
export interface PassContext {
  readonly file: SourceFile;
  readonly places: Places;
  /** The level that the settings give; off where nothing is shown. */
  readonly levelOf: (rule: string, severity: Severity | undefined) => Level;
  /** So many findings are wanted, not many more. */
  readonly limit: number;
  /** Whether files are still being read: nothing is said of what they may hold. */
  readonly isReading: boolean;
  /** Whether an $INCLUDE of a file names one for which there was no room. */
  readonly isIncludeLeftOut: (path: string, from: SourceFile) => boolean;
  /** Hears how many findings were left out, as they are more than the limit. */
  readonly leave: (count: number) => void;
  /** Hears of findings that a pass takes away, and for which other one or for what else; undefined where nobody listens. */
  readonly taken?: (item: Item, by: Item | string) => void;
}

/** What the passes at the end may ask too, where what reading and the rules found comes together. */
export interface ShownContext extends PassContext {
  /** What reading found, before comments silence any of it. */
  readonly read: readonly Faulted[];
  readonly template: Template;
  readonly project: Project | undefined;
  readonly suppressions: Suppressions;
  /** The line that a person is typing; undefined where nobody is. */
  readonly typing: TypedLine | undefined;
  /** What a view's zones answer. */
  readonly heldOf: (view: View) => Held;
  /** Whether findings were left out, as they are more than the limit. */
  readonly hasLeft: () => boolean;
  /** Whether the settings give a rule its weight. */
  readonly isSet: (rule: string) => boolean;
}

/** What the passes may ask that only an editor wants. */
export interface EditorContext extends PassContext {
  /** How much is said at the other side of what was found; off where nothing is. */
  readonly counterparts: Counterparts;
}

/** One step from what was found to what is shown. */
export interface Pass<In, C, Out = In> {
  /** The name of its file below `passes`. */
  readonly name: string;
  /** What it takes away, joins or changes, in one sentence: ARCHITECTURE lists them. */
  readonly about: string;
  /** Given where it has nothing to do unless such a rule has found something: of a million findings it looks at none then. */
  readonly onlyWith?: (rule: Rule) => boolean;
  readonly run: (findings: In, context: C) => Out;
}

/** A context and who hears of what is taken away. */
export interface Running<C> {
  readonly context: C;
  readonly trace: Trace | undefined;
  /** The rules of what the passes begin with, where that is known. */
  readonly rules?: ReadonlySet<string>;
}

/** Runs passes one after the other. */
export function runPasses<T, C extends PassContext>(
  passes: readonly Pass<T, C>[],
  findings: T,
  running: Running<C>,
): T {
  let left = findings;
  for (const pass of passes) if (isOf(pass, running.rules)) left = pass.run(left, contextFor(pass.name, running));
  return left;
}

function isOf({ onlyWith }: Pick<Pass<unknown, never>, 'onlyWith'>, rules: ReadonlySet<string> | undefined): boolean {
  if (!onlyWith || !rules) return true;
  for (const id of rules) {
    const rule = knownRule(id);
    if (rule && onlyWith(rule)) return true;
  }
  return false;
}

/** The rules of findings. */
export function rulesOf(findings: readonly { readonly rule: string }[]): ReadonlySet<string> {
  const rules = new Set<string>();
  let last: string | undefined;
  for (const { rule } of findings) {
    if (rule !== last) rules.add(rule);
    last = rule;
  }
  return rules;
}

/** The context of one pass: with a listener only where there is a trace, so that nothing is worked out for nobody. */
function contextFor<C extends PassContext>(pass: string, { context, trace }: Running<C>): C {
  if (!trace) return context;
  const { places } = context;
  const taken = (item: Item, by: Item | string): void =>
    trace({ pass, what: traced(item, places), by: typeof by === 'string' ? by : traced(by, places) });
  return { ...context, taken };
}
