import { type NameId, type NameTable, NO_NAME, ROOT } from '../dns/name-table.ts';
import { isInUnknownZone, shownName } from '../dns/shown-name.ts';
import { parseSeconds, parseTtl } from '../dns/ttl.ts';
import { TYPE_A, TYPE_AAAA, TYPE_SOA } from '../dns/type-codes.ts';
import { classCode, className, typeName } from '../dns/types.ts';
import { laterPhrase, phrase, translated } from '../language/phrase.ts';
import { fieldTable, typeSummary } from '../syntax/rdata/rdata.ts';
import type { Token } from '../syntax/token.ts';
import type { Position, Range } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { FeatureContext } from './context.ts';
import { nameAt } from './definition.ts';
import { type AddressAction, actionsOf, explainAddress } from './hover/address.ts';
import { explainTlsa, explainWord } from './hover/certificate.ts';
import { code } from './hover/code.ts';
import { explainGenerated } from './hover/generated.ts';
import { explainMailDomain, explainMailText } from './hover/mail.ts';
import { explainService } from './hover/service.ts';
import { explainSoa, mailAddress } from './hover/soa.ts';
import { fieldsOfRow, nameOfToken, type Row, rangeOfToken, type WordAt, wordAt } from './row.ts';
import { servedAddress } from './served-address.ts';
import { serialInWords, timeForms } from './words.ts';

/** What is said of a word: paragraphs of Markdown, and what can be done about the address that it is about. */
export interface HoverText {
  readonly range: Range;
  readonly paragraphs: readonly string[];
  readonly actions: readonly AddressAction[];
}

/** Explains the word at a position: the whole name, the address, the other side of a pair, a type, a time, a serial. */
export function hover(ctx: FeatureContext, file: SourceFile, position: Position): HoverText | undefined {
  const word = wordAt(ctx.engine.store, file, position);
  if (!word?.token) return undefined;
  const paragraphs = explain(ctx, word, word.token);
  if (paragraphs.length === 0) return undefined;
  return { range: rangeOfToken(word.row, word.token), paragraphs, actions: actionsAt(ctx, word.row, word.token) };
}

function actionsAt(ctx: FeatureContext, row: Row, token: Token): AddressAction[] {
  const { view } = row.block.instance;
  const address = servedAddress(ctx.engine.context(view).held, nameAt(ctx, row, token));
  return address === NO_NAME ? [] : actionsOf(ctx, view, address);
}

function explain(ctx: FeatureContext, { row }: WordAt, token: Token): string[] {
  if (row.directive !== undefined) return explainDirective(ctx, row, token);
  if (token === row.owner) return explainName(ctx, row, row.ownerName, token);
  if (token === row.ttl) return explainTtl(token);
  if (token === row.class) return [phrase`Class ${className(classCode(token.text) ?? 1)}`];
  if (token === row.type) return [...explainType(row), ...explainRecord(ctx, row)];
  return explainField(ctx, row, token);
}

const DIRECTIVES: Readonly<Record<string, string>> = {
  $ORIGIN: laterPhrase`\`$ORIGIN name\`: what relative names below this line are under (RFC 1035 section 5.1)`,
  $TTL: laterPhrase`\`$TTL time\`: the time to live of the records below that give none of their own (RFC 2308 section 4)`,
  $INCLUDE: laterPhrase`\`$INCLUDE file [origin]\`: reads the records of another file here. The origin behind it is the one before it (RFC 1035 section 5.1)`,
  $GENERATE: laterPhrase`\`$GENERATE start-stop[/step] owner [TTL] [class] type data\`: one record for each number; \`$\` stands for the number, \`$\` with \`{offset,width,base}\` behind it for forms of it`,
};

function explainDirective(ctx: FeatureContext, row: Row, token: Token): string[] {
  if (token === row.tokens[0]) {
    const about = DIRECTIVES[row.directive ?? ''];
    return about === undefined ? [] : [translated(about)];
  }
  if (row.directive === '$TTL') return explainTtl(token);
  if (row.directive === '$ORIGIN' || (row.directive === '$INCLUDE' && token === row.tokens[2]))
    return explainName(ctx, row, nameOfToken(ctx.engine.store, row, token), token);
  if (row.directive === '$GENERATE' && row.records.length > 0) return explainGenerated(ctx, row);
  return [];
}

function explainTtl(token: Token): string[] {
  const ttl = parseTtl(token.text);
  return ttl ? [phrase`Time to live: ${timeForms(ttl.seconds)}`] : [];
}

function explainType(row: Row): string[] {
  if (row.typeCode < 0) return [];
  const summary = typeSummary(row.typeCode);
  const fields = fieldTable(row.typeCode, row.block.instance.zoneClass);
  const form = [typeName(row.typeCode), ...fields.map(({ name, isRest }) => `<${name}>${isRest ? '...' : ''}`)];
  const about = summary && `${translated(summary.summary)}${summary.rfc === '' ? '' : ` (${summary.rfc})`}`;
  return [`\`${form.join(' ')}\``, ...(about ? [about] : [])];
}

/** What a record says as a whole, for those types whose fields say little by themselves. */
function explainRecord(ctx: FeatureContext, row: Row): string[] {
  if (row.typeCode === TYPE_SOA) return explainSoa(ctx, row);
  return [...explainTlsa(ctx, row), ...explainService(ctx, row)];
}

/** The absolute name, what it is as an address, and the other side. */
function explainName(ctx: FeatureContext, row: Row, name: NameId, token: Token): string[] {
  if (name === NO_NAME) return [];
  const { store } = ctx.engine;
  const text = store.names.text(name);
  const isWritten = token.text.toLowerCase() === text;
  const paragraphs = isWritten ? [] : [wholeName(store.names, name)];
  if (token.text === '@') paragraphs.push(...otherContexts(ctx, row, name));
  const { view } = row.block.instance;
  const address = servedAddress(ctx.engine.context(view).held, name);
  if (address !== NO_NAME) paragraphs.push(...explainAddress(ctx, view, address));
  else paragraphs.push(...explainHost(ctx, row, name));
  return paragraphs;
}

/** The whole name; of a file whose zone nobody knows, that it is not known. */
function wholeName(names: NameTable, name: NameId): string {
  const shown = code(shownName(names, name));
  if (!isInUnknownZone(names.text(name))) return shown;
  return shown === '`@`' ? phrase`The zone of this file is not known` : phrase`${shown} in a zone that is not known`;
}

/** A file that several zones or views load has several origins. */
function otherContexts(ctx: FeatureContext, row: Row, name: NameId): string[] {
  const { names } = ctx.engine.store;
  const { instances } = row.block.instance.file;
  const others = new Set<string>();
  for (const { apex, view } of instances)
    if (apex !== name && apex !== NO_NAME)
      others.add(`${code(shownName(names, apex))}${view.name ? phrase` in view ${code(view.name)}` : ''}`);
  return others.size === 0 ? [] : [phrase`The file is also read as ${[...others].join(', ')}`];
}

function explainHost(ctx: FeatureContext, row: Row, name: NameId): string[] {
  const { held } = ctx.engine.context(row.block.instance.view);
  const ends = new Set<string>();
  const addresses = [TYPE_A, TYPE_AAAA].flatMap((type) => {
    const answer = held.lookup(name, type);
    if (answer.aliases.length > 0 && answer.kind !== 'loop') ends.add(shownName(held.store.names, answer.name));
    return answer.kind === 'records' ? answer.records.map((record) => held.addressText(record.data)) : [];
  });
  const known = [...new Set(addresses.filter((text) => text !== undefined))];
  const alias = [...ends].slice(0, 1).map((end) => phrase`Alias of ${code(end)}`);
  if (known.length === 0) return alias;
  const shown = known.slice(0, 8).map(code);
  return [
    ...alias,
    known.length === 1
      ? phrase`Address ${shown.join('')}`
      : phrase`Addresses ${`${shown.join(', ')}${known.length > 8 ? ' ...' : ''}`}`,
  ];
}

function explainField(ctx: FeatureContext, row: Row, token: Token): string[] {
  const index = row.rdata.indexOf(token);
  const field = fieldsOfRow(row).find((place) => place.token === index);
  if (!field) return [];
  const { store } = ctx.engine;
  const about = fieldTable(row.typeCode, row.block.instance.zoneClass).find(({ name }) => name === field.name)?.about;
  const title = `${typeName(row.typeCode)} ${field.name}${about ? `: ${translated(about)}` : ''}`;
  switch (field.use) {
    case 'host':
    case 'name':
      return [
        ...explainName(ctx, row, nameOfToken(store, row, token), token),
        ...(field.use === 'host' ? withoutAddress(ctx, row, nameOfToken(store, row, token)) : []),
        ...(field.name === 'mailbox' ? mailboxOf(ctx, row, token) : []),
        title,
        ...explainMailDomain(ctx, row),
      ];
    case 'ipv4':
    case 'ipv6': {
      const [record] = row.records;
      const address = record === undefined ? NO_NAME : (store.records.data[record] as number);
      return address === NO_NAME || !store.names.isAddress(address)
        ? [title]
        : explainAddress(ctx, row.block.instance.view, address);
    }
    case 'ttl': {
      const seconds = parseSeconds(token.text);
      return seconds === undefined ? [title] : [title, timeForms(seconds)];
    }
    case 'number': {
      const serial = field.name === 'serial' ? Number(token.text) : Number.NaN;
      if (Number.isSafeInteger(serial)) return [title, serialInWords(serial, ctx.now)];
      return [title, ...explainWord(row, field.name, token.text), ...explainRecord(ctx, row)];
    }
    default:
      return [
        ...explainMailText(ctx, row),
        title,
        ...explainWord(row, field.name, token.text),
        ...explainRecord(ctx, row),
      ];
  }
}

/** Of a name that stands for a host: that it has no address, where that is known. */
function withoutAddress(ctx: FeatureContext, row: Row, name: NameId): string[] {
  const { held } = ctx.engine.context(row.block.instance.view);
  const isNone = (type: number): boolean => held.lookup(name, type).kind === 'none';
  return name > ROOT && isNone(TYPE_A) && isNone(TYPE_AAAA) ? [phrase`It has no address record`] : [];
}

function mailboxOf(ctx: FeatureContext, row: Row, token: Token): string[] {
  const address = mailAddress(ctx, nameOfToken(ctx.engine.store, row, token));
  return address === undefined ? [] : [phrase`Mail address ${code(address)}`];
}
