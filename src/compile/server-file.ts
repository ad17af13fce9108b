import { textRules } from '../rules/text/text-rules.ts';
import type { Fault } from '../syntax/token.ts';
import { countWhile } from '../text/bisect.ts';
import type { Child, Instance } from '../workspace/instance.ts';
import type { ServerFile } from './reading.ts';

/** Of these the reader for servers knows more, or servers do not mind them. */
const NOT_OF_WORDS = new Set(['syntax-parenthesis', 'syntax-final-newline', 'syntax-quote', 'ttl-missing']);

const ERRORS: ReadonlySet<string> = new Set([
  ...textRules.filter(({ id, severity }) => severity === 'error' && !NOT_OF_WORDS.has(id)).map(({ id }) => id),
  'syntax-comment',
]);

/** An instance as `serverLines` wants it: as one text, with what is known of it by offsets. */
export function serverFile(instance: Instance): ServerFile {
  const { document, path } = instance.file;
  const starts: number[] = [];
  let text = '';
  for (const block of document.blocks) {
    starts.push(text.length);
    text += block.text;
  }
  const children = new Map<number, Child>();
  const faults: Fault[] = [];
  for (const block of instance.blocks) {
    const start = starts[block?.index ?? 0] ?? 0;
    for (const child of block?.children ?? []) children.set(start + child.site.start, child);
    for (const fault of block?.faults ?? [])
      if (ERRORS.has(fault.rule) && (fault.severity ?? 'error') === 'error')
        faults.push({ ...fault, start: start + fault.start, end: start + fault.end });
  }
  faults.sort((a, b) => a.start - b.start);
  return {
    path,
    text,
    encoding: document.encoding,
    included(offset) {
      const child = children.get(offset)?.instance;
      return child && serverFile(child);
    },
    faultIn(start, end) {
      const fault = faults[firstFrom(faults, start)];
      return fault && fault.start <= end ? fault : undefined;
    },
  };
}

/** The index of the first fault at an offset or behind it. */
function firstFrom(faults: readonly Fault[], offset: number): number {
  return countWhile(faults.length, (index) => (faults[index]?.start ?? 0) < offset);
}
