import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  type Hover,
  type HoverParams,
  InsertTextFormat,
  MarkupKind,
  type SignatureHelp,
  type SignatureHelpParams,
} from 'vscode-languageserver';
import { explainTopic, isTopic } from '../features/completion/documentation.ts';
import type { Proposal } from '../features/completion/proposal.ts';
import { replacedBy } from '../features/completion/replaced.ts';
import { completion } from '../features/completion.ts';
import { completeConfiguration } from '../features/configuration/complete.ts';
import { explainConfiguration } from '../features/configuration/explain.ts';
import type { ConfigurationSpot } from '../features/configuration/place.ts';
import { hover } from '../features/hover.ts';
import { signature } from '../features/signature.ts';
import { hoverLinks } from './hover-links.ts';
import { offsetAt } from './offsets.ts';
import { rulesAt } from './rule-pages.ts';
import type { Session } from './session.ts';
import { pathOfUri } from './uri.ts';

/** Explains a word, and in other editors than the extension's the rules that have findings there. */
export function provideHover(session: Session, params: HoverParams): Hover | null {
  const spot = configurationSpot(session, params);
  const explained = spot && explainConfiguration(session.features, spot);
  const file = spot ? undefined : session.file(params.textDocument.uri);
  const found = explained ? { ...explained, actions: [] } : file && hover(session.features, file, params.position);
  const rules = file ? rulesAt(session, file, params.position) : [];
  if (!found && rules.length === 0) return null;
  const { markdown } = session.client;
  const links = found && session.client.linksCommands ? hoverLinks(found.actions, params) : [];
  const value = [...(found?.paragraphs ?? []), ...rules, ...links].join('\n\n');
  return {
    ...(found ? { range: found.range } : {}),
    contents: markdown
      ? { kind: MarkupKind.Markdown, value }
      : { kind: MarkupKind.PlainText, value: value.replaceAll('`', '') },
  };
}

/** Proposes what may stand at a position. */
export function provideCompletion(session: Session, params: CompletionParams): CompletionList | null {
  const { position } = params;
  const spot = configurationSpot(session, params);
  if (spot) {
    const { items, isIncomplete } = completeConfiguration(session.features, spot);
    const behind = /^[^\r\n]*/.exec(spot.text.slice(spot.offset))?.[0] ?? '';
    return { isIncomplete, items: items.map((proposal) => completionItem(session, proposal, behind)) };
  }
  const file = session.file(params.textDocument.uri);
  if (!file) return null;
  const { items, isIncomplete } = completion(session.features, file, position);
  const behind = file.document.lineText(position.line).slice(position.character);
  return { isIncomplete, items: items.map((proposal) => completionItem(session, proposal, behind)) };
}

/** The place in a configuration that is asked about; undefined in other documents. */
function configurationSpot(session: Session, { textDocument, position }: HoverParams): ConfigurationSpot | undefined {
  const path = pathOfUri(textDocument.uri);
  const text = session.project.configurations.text(path);
  return text === undefined ? undefined : { path, text, position, offset: offsetAt(text, position) };
}

/** Explains a proposal that a person looks at. */
export function resolveCompletion(session: Session, item: CompletionItem): CompletionItem {
  const text = isTopic(item.data) ? explainTopic(session.features, item.data) : undefined;
  if (text === undefined) return item;
  const { documentsInMarkdown } = session.client;
  const documentation = documentsInMarkdown
    ? { kind: MarkupKind.Markdown, value: text }
    : text.replaceAll(/```(?:dns-zone)?\n?|`/g, '');
  return { ...item, documentation };
}

/** Shows the fields of the record that is being written. */
export function provideSignature(session: Session, params: SignatureHelpParams): SignatureHelp | null {
  const file = session.file(params.textDocument.uri);
  const found = file && signature(session.features, file, params.position);
  if (!found) return null;
  const { labelOffsets } = session.client;
  return {
    signatures: [
      {
        label: found.label,
        documentation: found.about,
        parameters: found.fields.map(({ start, end, about }) => ({
          label: labelOffsets ? [start, end] : found.label.slice(start, end),
          documentation: about,
        })),
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
  address: CompletionItemKind.Constant,
  value: CompletionItemKind.EnumMember,
  file: CompletionItemKind.File,
  rule: CompletionItemKind.Property,
  snippet: CompletionItemKind.Snippet,
};

function completionItem({ client }: Session, proposal: Proposal, behind: string): CompletionItem {
  const { label, kind, detail, topic, range, order, filter } = proposal;
  const snippet = client.snippets ? proposal.snippet : undefined;
  const newText = snippet ?? proposal.text ?? label;
  return {
    label,
    kind: KINDS[kind],
    filterText: filter ?? label,
    textEdit: client.replacesWords
      ? { insert: range, replace: replacedBy(proposal, behind), newText }
      : { range, newText },
    ...(snippet === undefined ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
    ...(order === undefined ? {} : { sortText: order }),
    ...(detail === undefined ? {} : client.labelDetails ? { labelDetails: { description: detail } } : { detail }),
    ...(topic === undefined ? {} : { data: topic }),
  };
}
