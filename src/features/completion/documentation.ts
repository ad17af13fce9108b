import { shownName } from '../../dns/shown-name.ts';
import { TYPE_A, TYPE_AAAA } from '../../dns/type-codes.ts';
import { typeCode, typeName } from '../../dns/types.ts';
import { phrase, translated } from '../../language/phrase.ts';
import { knownRule } from '../../report/known-rule.ts';
import { AddressCase } from '../../rules/facts/address-case.ts';
import { fieldTable, typeSummary } from '../../syntax/rdata/rdata.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import type { FeatureContext } from '../context.ts';
import { heldName } from '../held-name.ts';
import * as mail from './mail-words.ts';
import type { Topic, Vocabulary, Word } from './proposal.ts';
import * as record from './record-words.ts';
import { snippetText } from './snippets.ts';

/** What is said of a proposal when a person looks at it, as Markdown; undefined where nothing is known. */
export function explainTopic(ctx: FeatureContext, topic: Topic): string | undefined {
  switch (topic.kind) {
    case 'type':
      return explainType(topic.name);
    case 'rule': {
      const rule = knownRule(topic.name);
      return rule && `${translated(rule.summary)} (${rule.severity})`;
    }
    case 'snippet': {
      const text = snippetText(topic.name, ctx.now);
      return text === undefined ? undefined : `\`\`\`dns-zone\n${text.trimEnd()}\n\`\`\``;
    }
    case 'word': {
      const word = WORDS.get(topic.vocabulary)?.find((one) => one.word === topic.name);
      return word && translated(word.about ?? word.detail);
    }
    case 'name':
      return explainName(ctx, topic);
  }
}

/** Whether something that came from a client is a topic. */
export function isTopic(value: unknown): value is Topic {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, name, vocabulary, view } = value as Record<string, unknown>;
  if (typeof name !== 'string') return false;
  if (kind === 'word') return typeof vocabulary === 'string';
  if (kind === 'name') return typeof view === 'string';
  return kind === 'type' || kind === 'rule' || kind === 'snippet';
}

const WORDS: ReadonlyMap<string, readonly Word[]> = new Map(
  [...Object.values(mail), ...Object.values(record)]
    .flatMap((part): readonly Vocabulary[] => ('words' in part ? [part] : [...part.values()].filter(isVocabulary)))
    .map(({ name, words }) => [name, words]),
);

function isVocabulary(value: Vocabulary | readonly string[]): value is Vocabulary {
  return 'words' in value;
}

function explainType(label: string): string | undefined {
  const code = typeCode(label);
  if (code === undefined) return undefined;
  const form = fieldTable(code).map(({ name, isRest }) => `<${name}>${isRest ? '...' : ''}`);
  const fields = fieldTable(code).map(({ name, about }) => `- ${name}: ${translated(about)}`);
  const summary = typeSummary(code);
  const about = summary && `${translated(summary.summary)}${summary.rfc === '' ? '' : ` (${summary.rfc})`}`;
  return [`\`${[label, ...form].join(' ')}\``, about, fields.join('\n')].filter((part) => part).join('\n\n');
}

const MOST_SHOWN = 8;

/** The types of a name's records, its addresses, and whether their PTR records name it. */
function explainName(ctx: FeatureContext, topic: Topic & { readonly kind: 'name' }): string | undefined {
  const { store } = ctx.engine;
  const found = heldName(ctx, topic);
  if (!found) return undefined;
  const { view, name } = found;
  const { held, mail: hosts } = ctx.engine.context(view);
  const records = held.recordsAt(name).filter(({ type }) => type !== TYPE_UNREADABLE);
  const types = [...new Set(records.map(({ type }) => typeName(type)))].join(', ');
  const lines = records
    .filter(({ type }) => type === TYPE_A || type === TYPE_AAAA)
    .slice(0, MOST_SHOWN)
    .map(({ data }) => {
      const address = new AddressCase(held, hosts, data);
      const names = address.pointers.map((pointer) => `\`${shownName(store.names, pointer.data)}\``);
      if (names.length > 0) return `- \`${address.text}\`, PTR ${names.join(', ')}`;
      return `- \`${address.text}\`${address.answer.kind === 'none' ? phrase`, no PTR` : ''}`;
    });
  const title = `\`${shownName(store.names, name)}\`${types === '' ? '' : `: ${types}`}`;
  return [title, lines.join('\n')].filter((part) => part !== '').join('\n\n');
}
