import type { SourceFile } from '../../workspace/instance.ts';
import type { ShownContext } from '../pass.ts';
import type { FileRange } from '../place.ts';
import type { Shown } from '../shown.ts';

/** Without what a comment silences: at its place, or on its other side. */
export function silenced(shown: readonly Shown[], { places, suppressions, taken }: ShownContext): readonly Shown[] {
  let last: SourceFile | undefined;
  const isSilent = (rule: string, { path, range }: FileRange): boolean => {
    if (last?.path !== path) last = places.store.files.get(path);
    return last !== undefined && suppressions.silences(last, rule, range.start.line);
  };
  return shown.filter((item) => {
    const { rule, otherSide } = item;
    const there = isSilent(rule, item) ? item : otherSide && isSilent(rule, otherSide) ? otherSide : undefined;
    if (!there) return true;
    taken?.(item, `a comment in ${there.path} silences the rule at line ${there.range.start.line + 1}`);
    return false;
  });
}
