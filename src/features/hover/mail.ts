import { type NameId, ROOT } from '../../dns/name-table.ts';
import { shownName } from '../../dns/shown-name.ts';
import { TYPE_MX, TYPE_TXT } from '../../dns/type-codes.ts';
import { counted, language, laterPhrase, noun, phrase, translated } from '../../language/phrase.ts';
import { isDkim, parseDkim } from '../../mail/dkim.ts';
import { type DmarcRecord, isDmarc, parseDmarc } from '../../mail/dmarc.ts';
import { JoinedText } from '../../mail/joined-text.ts';
import { isLookup, isSpf, type SpfMechanism, type SpfTerm } from '../../mail/spf.ts';
import { AddressCase } from '../../rules/facts/address-case.ts';
import { dmarcFor } from '../../rules/facts/dmarc-held.ts';
import { addressesOf } from '../../rules/facts/mail-names.ts';
import { isDkimOwner } from '../../rules/facts/mail-owners.ts';
import { asSpf, textOf } from '../../rules/facts/mail-text.ts';
import { askSpf, costOf, reachedTerms } from '../../rules/facts/spf-held.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { finished } from '../../text/finished.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import type { FeatureContext } from '../context.ts';
import { namesBelow } from '../names-below.ts';
import type { Row } from '../row.ts';

/** More terms or hosts than these are counted only. */
const MOST_SHOWN = 12;
/** Where more names than these would have to be looked through nobody looks for selectors. */
const MOST_NAMES = 200_000;

/** What the text of a mail record says, in words; nothing for other texts. */
export function explainMailText(ctx: FeatureContext, row: Row): string[] {
  const [id] = row.records;
  if (row.typeCode !== TYPE_TXT || id === undefined || row.records.length > 1) return [];
  const { store } = ctx.engine;
  const context = ctx.engine.context(row.block.instance.view);
  const { text } = new JoinedText(row.rdata);
  if (isSpf(text)) return explainSpf(new ZoneRecord(store, id), context);
  if (isDmarc(text)) return [dmarcInWords(parseDmarc(text))];
  if (isDkim(text) || isDkimOwner(store.names, row.ownerName)) return explainKey(text);
  return [];
}

/** What the held records say of a domain's mail: its hosts, SPF, DKIM and DMARC. One line each. */
export function explainMailDomain(ctx: FeatureContext, row: Row): string[] {
  const { store } = ctx.engine;
  const domain = row.ownerName;
  if (row.typeCode !== TYPE_MX || domain < 0 || row.records.length === 0) return [];
  const context = ctx.engine.context(row.block.instance.view);
  const lines = [
    ...hostLines(domain, context),
    spfLine(domain, context),
    ...keyLines(ctx, row, domain),
    dmarcLine(domain, context),
  ];
  return [[phrase`Mail of ${code(shownName(store.names, domain))}:`, ...lines.map((line) => `- ${line}`)].join('\n')];
}

function explainSpf(record: ZoneRecord, context: RuleContext): string[] {
  const text = asSpf(textOf(record));
  const { spf, joined } = text;
  const cost = costOf(text, record.owner, context);
  const count = phrase`${cost.isExact ? cost.count : phrase`at least ${cost.count}`} of 10 look-ups`;
  const reached = new Set(reachedTerms(spf.terms));
  const lines = spf.terms.slice(0, MOST_SHOWN).map((term) => {
    const lookups = isLookup(term) ? cost.terms.find((one) => one.term === term)?.count : undefined;
    const costs = lookups === undefined ? '' : ` (${counted(lookups, noun`look-up`)})`;
    const what = reached.has(term) ? termInWords(term) : phrase`never reached`;
    return `- ${code(joined.text.slice(term.start, term.end))}: ${what}${costs}`;
  });
  const more = spf.terms.length > MOST_SHOWN ? [phrase`- and ${spf.terms.length - MOST_SHOWN} more`] : [];
  return [`SPF, ${count}`, ...(lines.length > 0 ? [[...lines, ...more].join('\n')] : [])];
}

const RESULTS = {
  '+': laterPhrase`pass`,
  '-': laterPhrase`fail`,
  '~': laterPhrase`softfail`,
  '?': laterPhrase`are neutral`,
} as const;

function termInWords(term: SpfTerm): string {
  if (term.kind === 'modifier') {
    if (term.name === 'redirect') return phrase`the record of ${term.domain.text} decides`;
    return term.name === 'exp' ? phrase`${term.domain.text} tells why mail was refused` : phrase`unknown, passed over`;
  }
  return `${sendersInWords(term)} ${translated(RESULTS[term.qualifier])}`;
}

function sendersInWords(term: SpfMechanism): string {
  const at = term.domain?.text ?? phrase`this name`;
  const isWide = term.prefixLength4 < 32 || term.prefixLength6 < 128;
  switch (term.name) {
    case 'all':
      return phrase`all others`;
    case 'ip4':
      return term.prefixLength4 === 32
        ? phrase`senders at this address`
        : phrase`senders at its ${(2 ** (32 - term.prefixLength4)).toLocaleString(language())} addresses`;
    case 'ip6':
      return term.prefixLength6 === 128
        ? phrase`senders at this address`
        : phrase`senders in this /${term.prefixLength6}`;
    case 'a':
      return phrase`the addresses of ${at}${isWide ? phrase` and their networks` : ''}`;
    case 'mx':
      return phrase`the mail servers of ${at}${isWide ? phrase` and their networks` : ''}`;
    case 'include':
      return phrase`the senders of ${at}`;
    case 'exists':
      return phrase`senders for whom ${at} exists`;
    case 'ptr':
      return phrase`hosts named below ${at}`;
  }
}

function dmarcInWords({ p, sp, rua, list }: DmarcRecord): string {
  const policy = {
    none: phrase`is let through`,
    quarantine: phrase`goes to the junk folder`,
    reject: phrase`is refused`,
  };
  const sentences = [p ? phrase`DMARC: mail that fails ${policy[p]}` : phrase`DMARC without a policy`];
  if (sp) sentences.push(phrase`from names below it ${policy[sp]}`);
  for (const [tag, what] of [
    ['adkim', 'DKIM'],
    ['aspf', 'SPF'],
  ] as const)
    if (list.tags.some(({ name, value }) => name === tag && value.toLowerCase() === 's'))
      sentences.push(phrase`${what} must be of this very domain`);
  if (list.tags.some(({ name, value }) => name === 't' && value.toLowerCase() === 'y'))
    sentences.push(phrase`it is only tried out`);
  const share = list.tags.find(({ name }) => name === 'pct')?.value;
  if (share !== undefined && share !== '100') sentences.push(phrase`this holds for ${share} of 100 mails`);
  sentences.push(
    rua.length > 0
      ? phrase`reports go to ${rua.map(({ uri }) => code(uri.replace(/^mailto:/i, ''))).join(', ')}`
      : phrase`nobody gets reports`,
  );
  return sentences.join('; ');
}

function explainKey(text: string): string[] {
  const said = keyInWords(text);
  return said === undefined ? [] : [phrase`DKIM key: ${said}`];
}

/** What a DKIM record holds, without the word for it; undefined where its text is none. */
function keyInWords(text: string): string | undefined {
  const { key, isRevoked, isTesting, faults } = parseDkim(text);
  if (isRevoked) return phrase`taken back, signatures with it fail`;
  const testing = isTesting ? phrase`, only tried out (\`t=y\`)` : '';
  if (key?.kind === 'rsa') return phrase`RSA, ${key.bits} bits${testing}`;
  if (key?.kind === 'ed25519') return `Ed25519${testing}`;
  const [fault] = faults;
  return fault && phrase`can not be used, ${fault.message}`;
}

function hostLines(domain: NameId, context: RuleContext): string[] {
  const { held, mail } = context;
  const { names } = context.store;
  const hosts = held.recordsAt(domain, TYPE_MX);
  if (hosts.some(({ data }) => data === ROOT)) return [phrase`takes no mail`];
  return [...new Set(hosts.map(({ data }) => data))].slice(0, MOST_SHOWN).map((data) => {
    const addresses = data < 0 ? undefined : addressesOf(data, context);
    if (!addresses) return phrase`${code(shownName(names, data))}: addresses are not held here`;
    if (addresses.length === 0) return phrase`${code(shownName(names, data))}: no address`;
    const about = addresses.slice(0, 4).map((address) => {
      const addressCase = new AddressCase(held, mail, address);
      const passes = mail.reasons(address).some((reason) => reason.domain === domain && reason.how !== 'mx');
      return `${code(addressCase.text)} ${pointerInWords(addressCase)}${passes ? phrase`, SPF passes it` : ''}`;
    });
    return `${code(shownName(names, data))}: ${about.join('; ')}`;
  });
}

function pointerInWords(address: AddressCase): string {
  if (address.pointers.some((pointer) => address.standing(pointer) === 'confirmed')) return phrase`PTR confirmed`;
  if (address.pointers.length > 0) return phrase`PTR not confirmed`;
  return address.answer.kind === 'none' ? phrase`without PTR` : phrase`PTR not held here`;
}

function spfLine(domain: NameId, context: RuleContext): string {
  const held = askSpf(domain, context);
  switch (held.kind) {
    case 'record': {
      const cost = costOf(held.text, held.domain, context);
      const all = held.text.spf.terms.find(({ name }) => name === 'all');
      const end = all ? phrase`, ends with ${code(held.text.joined.text.slice(all.start, all.end))}` : '';
      return phrase`SPF: ${cost.isExact ? cost.count : phrase`at least ${cost.count}`} of 10 look-ups${end}`;
    }
    case 'many':
      return phrase`SPF: more than one record`;
    case 'none':
      return phrase`SPF: none`;
    case 'unknown':
      return phrase`SPF: not known here`;
  }
}

function keyLines({ engine: { store } }: FeatureContext, row: Row, domain: NameId): string[] {
  const { names } = store;
  const { view } = row.block.instance;
  if (names.count - domain > MOST_NAMES) return [];
  const lines: string[] = [];
  for (const name of finished(namesBelow(store, view, domain)).own) {
    if (!isDkimOwner(names, name) || names.parent(names.parent(name)) !== domain) continue;
    for (let id = view.index.firstAt(name); id >= 0; id = store.records.nextAt(id)) {
      if (store.records.type[id] !== TYPE_TXT) continue;
      const about = keyInWords(textOf(new ZoneRecord(store, id)).joined.text);
      if (about !== undefined) lines.push(phrase`DKIM selector ${code(names.labelText(name))}: ${about}`);
    }
  }
  return lines.slice(0, MOST_SHOWN);
}

function dmarcLine(domain: NameId, context: RuleContext): string {
  const held = dmarcFor(domain, context);
  if (held.kind !== 'record') return `DMARC: ${held.kind === 'none' ? phrase`none` : phrase`not known here`}`;
  const above = held.domain === domain ? '' : phrase` (of ${shownName(context.store.names, held.domain)})`;
  const policy = held.domain === domain ? held.dmarc.p : (held.dmarc.sp ?? held.dmarc.p);
  return `DMARC: ${policy ?? phrase`without a policy`}${above}`;
}

function code(text: string): string {
  return `\`${text}\``;
}
