import { type NameId, NO_NAME, ROOT } from '../dns/name-table.ts';
import type { View } from '../workspace/view.ts';
import type { FeatureContext } from './context.ts';

/** A name of a view as a client sends it back. */
export interface NameInView {
  /** The view's name, '' for the only one. */
  readonly view: string;
  /** Absolute, canonical. */
  readonly name: string;
}

/** The view and the name where records have it, or lead to it. No name is made for what a client asks. */
export function heldName({ engine }: FeatureContext, asked: NameInView): { view: View; name: NameId } | undefined {
  const { names, views } = engine.store;
  const view = views.get(asked.view);
  if (!view) return undefined;
  const node = names.findBelow(ROOT, labelsOf(asked.name).reverse());
  if (node === NO_NAME) return undefined;
  const { index } = view;
  return index.firstAt(node) >= 0 || index.firstTo(node) >= 0 ? { view, name: node } : undefined;
}

/** The labels of a name's text as bytes, without escapes. */
function labelsOf(text: string): string[] {
  const labels = [...text.matchAll(/((?:\\[0-9]{3}|\\[^0-9]|[^.\\])+)\./g)].map(([, label = '']) => label);
  return labels.map((label) =>
    label.replace(/\\(?:([0-9]{3})|(.))/gs, (_, code: string | undefined, plain = '') =>
      code === undefined ? plain : String.fromCharCode(Number(code)),
    ),
  );
}
