import { phrase } from '../language/phrase.ts';
import { syntaxCharacter } from '../rules/text/syntax-character.ts';
import { syntaxIncludeLoop, syntaxIncludeMissing } from '../rules/text/text-rules.ts';
import type { Fault, FaultFix, OutsideRecords } from '../syntax/token.ts';
import type { Child, Instance, InstanceBlock, SourceFile } from '../workspace/instance.ts';
import { compareInstances } from '../workspace/instance-order.ts';
import type { Faulted, RawFault, Template } from './fault-types.ts';
import { type Many, type PassContext, type Running, runPasses } from './pass.ts';
import { passes } from './passes.ts';
import type { Places } from './place.ts';
import type { OutsideShown, ShownFix } from './shown.ts';

/** The faults of a file, and how far it is a template. */
export interface TextFaults {
  readonly faults: readonly Faulted[];
  readonly template: Template;
}

/** What reading a file found, in all its instances; each place once. Where it is more than the limit, the most severe. */
export function textFaults(running: Running<PassContext>): TextFaults {
  const { places, limit, file } = running.context;
  const raw = rawFaults(running.context);
  if (raw.length === 0) return NO_FAULTS;
  const wide = wideCharacters(file, places);
  if (wide) return { faults: [wide], template: 'file' };
  const context = { ...running.context, limit: limit * file.instances.length };
  const gathered = runPasses(passes.gathered, raw, { ...running, context });
  const some = Array.isArray(gathered) ? (gathered as readonly RawFault[]) : [...gathered];
  const left = runPasses(passes.faults, some, { ...running, context });
  const faults = left.flatMap((item) => placed(item, places) ?? []);
  return { faults, template: left.find(({ template }) => template)?.template ?? 'none' };
}

/** What reading found by itself, instance by instance; more may be promised than come. */
function rawFaults(context: PassContext): Many<RawFault> {
  const { file } = context;
  let length = 0;
  for (const { blocks } of file.instances)
    for (const block of blocks) if (block) length += block.faults.length + block.children.length;
  if (length === 0) return [];
  return { length, [Symbol.iterator]: () => eachFault(context) };
}

function* eachFault({ file, places, isIncludeLeftOut }: PassContext): Generator<RawFault> {
  for (const { blocks } of inOrder(file.instances, places)) {
    for (const block of blocks) {
      if (!block) continue;
      for (const fault of block.faults) yield { block, fault };
      for (const child of block.children) {
        if (!child.problem) continue;
        const isLeftOut = child.problem === 'missing' && isIncludeLeftOut(child.site.path, block.instance.file);
        yield { block, fault: isLeftOut ? leftOutFault(child) : includeFault(block, child) };
      }
    }
  }
}

function inOrder(instances: readonly Instance[], { store }: Places): readonly Instance[] {
  if (instances.length < 2) return instances;
  return [...instances].sort((a, b) => compareInstances(a, b, store.names));
}

/** A file in UTF-16, as Windows programs write it: each of its characters would be wrong. */
function wideCharacters(file: SourceFile, places: Places): Faulted | undefined {
  const block = file.instances[0]?.blocks[0];
  const text = file.document.blocks[0]?.text ?? '';
  const isWide = text.startsWith('\xff\xfe') ? text[3] === '\0' : text.startsWith('\xfe\xff\0');
  if (!block || !isWide) return undefined;
  const message = phrase`The file is written in UTF-16, which no server reads: save it as UTF-8`;
  return faultedAt(block, { rule: syntaxCharacter.id, start: 0, end: 2, message }, places);
}

const NO_FAULTS: TextFaults = { faults: [], template: 'none' };

/** A fault with its place; undefined where its text is gone. */
function placed({ block, fault, fix, first }: RawFault, places: Places): Faulted | undefined {
  const faulted = faultedAt(block, fault, places);
  if (!faulted) return undefined;
  const outside =
    fault.outside && outsideShown(fault.outside, first ? faultedAt(first.block, first.fault, places) : faulted);
  return { ...faulted, ...(fix ? { fixes: [fix] } : {}), ...(outside ? { outside } : {}) };
}

function faultedAt(block: InstanceBlock, fault: Fault, places: Places): Faulted | undefined {
  const place = places.inBlock(block, fault.start, fault.end);
  if (!place) return undefined;
  const { rule, severity, message } = fault;
  const fixes = fault.fixes ? shownFixes(block, fault.fixes, places) : NO_FIXES;
  const { isOfWindows, isOwnerless } = fault;
  const marks = { ...(isOfWindows ? { isOfWindows } : {}), ...(isOwnerless ? { isOwnerless } : {}) };
  return { rule, severity, message, ...place, related: NO_RELATED, fixes, instance: block.instance, ...marks };
}

function outsideShown({ count, isSoa }: OutsideRecords, first: Faulted | undefined): OutsideShown | undefined {
  return first && { count, isSoa, firstLine: first.range.start.line };
}

const NO_FIXES: readonly ShownFix[] = [];
const NO_RELATED: Faulted['related'] = [];

function shownFixes(block: InstanceBlock, fixes: readonly FaultFix[], places: Places): ShownFix[] {
  const shown: ShownFix[] = [];
  for (const { title, start, end, text } of fixes) {
    const range = places.inBlock(block, start, end)?.range;
    if (range) shown.push({ title, range, text });
  }
  return shown;
}

/** An $INCLUDE of a file that there was no room for. */
function leftOutFault({ site: { path, start, end } }: Child): Fault {
  const message = phrase`There was no room to read ${path.replace(/^"|"$/g, '')}: its records are not checked, and nothing is said where they could answer. Raise "limits.megabytes", or open the file`;
  return { rule: syntaxIncludeMissing.id, start, end, message, severity: 'warning' };
}

/** What is wrong with an $INCLUDE that is not followed. */
export function includeFault(block: InstanceBlock, child: Child): Fault {
  const { path, start, end } = child.site;
  const written = path.replace(/^"|"$/g, '');
  if (child.problem === 'missing')
    return {
      rule: syntaxIncludeMissing.id,
      start,
      end,
      message: phrase`$INCLUDE names "${written}", and there is no such file here`,
    };
  if (child.problem === 'budget')
    return {
      rule: syntaxIncludeLoop.id,
      start,
      end,
      message: phrase`The files of this workspace include each other more often than is looked at: "${written}" is left out here, and the zone is not cross-checked where only it could answer`,
      severity: 'warning',
    };
  const chain = chainOf(block);
  const message =
    child.problem === 'loop'
      ? phrase`$INCLUDE leads back to a file that is being read: ${[...chain, lastPart(written)].join(' -> ')}`
      : phrase`$INCLUDE is nested ${chain.length} deep, and no further: ${chain[0]} -> ... -> ${lastPart(written)}`;
  return { rule: syntaxIncludeLoop.id, start, end, message };
}

/** The names of the files from the zone's own to the one with the block. */
function chainOf(block: InstanceBlock): string[] {
  const chain: string[] = [];
  for (let at: InstanceBlock | undefined = block; at; at = at.instance.parent)
    chain.unshift(lastPart(at.instance.file.path));
  return chain;
}

function lastPart(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
