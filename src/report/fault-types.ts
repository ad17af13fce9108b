import type { Severity } from '../rules/rule.ts';
import type { Fault } from '../syntax/token.ts';
import type { Range } from '../text/block.ts';
import type { Instance, InstanceBlock } from '../workspace/instance.ts';
import type { OutsideShown, ShownFix, ShownRelated } from './shown.ts';

/** How far a file is a template: not, some lines, or as a whole. */
export type Template = 'none' | 'lines' | 'file';

/** What reading a text found, and in which block. */
export interface RawFault {
  readonly block: InstanceBlock;
  readonly fault: Fault;
  /** A fix that may reach into other blocks. */
  readonly fix?: ShownFix;
  /** The first of those that follow from the fault. */
  readonly first?: RawFault;
  /** How far it makes the file a template, where it is said of one. */
  readonly template?: Template;
}

/** What reading a text found at a place of a file, before settings are applied. */
export interface Faulted {
  readonly rule: string;
  /** Where the fault has a weight of its own. */
  readonly severity: Severity | undefined;
  readonly message: string;
  readonly path: string;
  readonly range: Range;
  readonly related: readonly ShownRelated[];
  readonly fixes: readonly ShownFix[];
  /** Windows' server writes so, and it alone reads it. */
  readonly isOfWindows?: true;
  /** The row takes its owner from a record above, and there is none. */
  readonly isOwnerless?: true;
  /** How many records it is that lie outside the zone, and where the first one is. */
  readonly outside?: OutsideShown;
  /** Undefined where the file is read for no zone. */
  readonly instance: Instance | undefined;
}
