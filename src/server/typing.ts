import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  type Hover,
  type HoverParams,
  MarkupKind,
  type SignatureHelp,
  type SignatureHelpParams,
} from 'vscode-languageserver';
import { completion, type Proposal } from '../features/completion.ts';
import { hover } from '../features/hover.ts';
import { signature } from '../features/signature.ts';
import type { Session } from './session.ts';

/** Explains a word. */
export function provideHover(session: Session, params: HoverParams): Hover | null {
  const file = session.file(params.textDocument.uri);
  const found = file && hover(session.features, file, params.position);
  if (!found) return null;
  const { markdown } = session.client;
  const value = found.paragraphs.join('\n\n');
  return {
    range: found.range,
    contents: markdown
      ? { kind: MarkupKind.Markdown, value }
      : { kind: MarkupKind.PlainText, value: value.replaceAll('`', '') },
  };
}

/** Proposes what may stand at a position. */
export function provideCompletion(session: Session, params: CompletionParams): CompletionList | null {
  const file = session.file(params.textDocument.uri);
  if (!file) return null;
  const { items, isIncomplete } = completion(session.features, file, params.position);
  return { isIncomplete, items: items.map(completionItem) };
}

/** Shows the fields of the record that is being written. */
export function provideSignature(session: Session, params: SignatureHelpParams): SignatureHelp | null {
  const file = session.file(params.textDocument.uri);
  const found = file && signature(session.features, file, params.position);
  if (!found) return null;
  return {
    signatures: [
      {
        label: found.label,
        documentation: found.about,
        parameters: found.fields.map(({ start, end, about }) => ({ label: [start, end], documentation: about })),
      },
    ],
    activeSignature: 0,
    activeParameter: found.active,
  };
}

const KINDS: Readonly<Record<Proposal['kind'], CompletionItemKind>> = {
  type: CompletionItemKind.Keyword,
  class: CompletionItemKind.Keyword,
  directive: CompletionItemKind.Keyword,
  name: CompletionItemKind.Reference,
  value: CompletionItemKind.EnumMember,
};

function completionItem(proposal: Proposal): CompletionItem {
  const { label, kind, detail, about, range, text, order } = proposal;
  return {
    label,
    kind: KINDS[kind],
    filterText: label,
    textEdit: { range, newText: text ?? label },
    ...(order === undefined ? {} : { sortText: order }),
    ...(detail === undefined ? {} : { detail }),
    ...(about === undefined ? {} : { documentation: about }),
  };
}
