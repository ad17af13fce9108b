import { undotted } from '../dns/shown-name.ts';
import { genericName } from '../generic/generic.ts';
import { laterPhrase, phrase, translated } from '../language/phrase.ts';
import type { Looked, ServerWord } from './look.ts';
import type { ForwardResult, LiveResult, Verdict } from './result.ts';

/** What was heard of one address. */
export interface Evidence {
  readonly address: string;
  readonly pointers: Looked;
  /** Each name of the PTR set, asked back. */
  readonly forward: readonly ForwardResult[];
}

/** What a judge may take for granted. */
export interface JudgeOptions {
  /** Generic names that say that they are static are let pass. */
  readonly passesStaticNames: boolean;
  /** Addresses that are to have generic names. */
  readonly isPool: (address: string) => boolean;
}

/** The judgement, before anything is known of files and owners. */
export type Judgement = Pick<LiveResult, 'generic' | 'verdict' | 'advice'>;

/** Judges as mail servers do: a PTR, a name that was chosen, and an address of that name that is the one at hand. */
export function judge(evidence: Evidence, options: JudgeOptions): Judgement {
  const generic = genericOf(evidence, options);
  const verdict = verdictOf(evidence, generic !== null);
  const advice = [adviceOf(evidence, verdict), lameAdvice(evidence.pointers.servers)].filter((part) => part !== '');
  return { generic, verdict, advice: advice.join('; ') };
}

function genericOf({ address, forward }: Evidence, options: JudgeOptions): LiveResult['generic'] {
  if (options.isPool(address)) return null;
  const names = forward.some(({ confirms }) => confirms) ? forward.filter(({ confirms }) => confirms) : forward;
  const found = names.map(({ name }) => genericName(address, name));
  // Where one name was chosen, receivers that look at it are content.
  const [first] = found;
  if (!first || found.some((one) => one === undefined)) return null;
  if (first.isStatic && options.passesStaticNames) return null;
  return { kind: first.kind, reason: phrase`the name ${first.evidence}` };
}

function verdictOf({ pointers, forward }: Evidence, isGeneric: boolean): Verdict {
  if (pointers.isDisputed) return 'disagree';
  if (pointers.status === 'nxdomain' || pointers.status === 'nodata') return 'missing';
  if (pointers.status !== 'found') return 'unknown';
  if (forward.some(({ confirms }) => confirms)) {
    if (forward.length > 1) return 'several';
    return isGeneric ? 'generic' : 'confirmed';
  }
  if (!forward.some(({ status }) => isOpen(status))) return 'not-confirmed';
  // Whatever its addresses are, the name stays what it is.
  return isGeneric ? 'generic' : 'unknown';
}

/** Whether a look-up failed, so that nobody knows what it would have given. */
export function isOpen(status: Looked['status']): boolean {
  return status !== 'found' && status !== 'nxdomain' && status !== 'nodata';
}

function adviceOf(evidence: Evidence, verdict: Verdict): string {
  const { address, pointers, forward } = evidence;
  const names = forward.map(({ name }) => name);
  switch (verdict) {
    case 'confirmed':
      return '';
    case 'missing':
      return phrase`${address} has no PTR record: many mail servers refuse its mail. Whoever runs the reverse zone must add one`;
    case 'generic':
      return phrase`${names[0]} looks made by a machine: some mail servers refuse such names. Let whoever runs the reverse zone set the name of the host`;
    case 'several':
      return severalAdvice(forward);
    case 'disagree':
      return phrase`The servers of the zone give different answers, so that mail servers see now this, now that: let the secondaries load the zone anew`;
    case 'not-confirmed':
      return notConfirmedAdvice(address, forward, pointers);
    case 'unknown':
      return unknownAdvice(evidence);
  }
}

function severalAdvice(forward: readonly ForwardResult[]): string {
  const strays = forward.filter(({ confirms }) => !confirms);
  const all = phrase`${forward.length} PTR records: mail servers look at one of them, and not always at the same`;
  if (strays.length === 0) return phrase`${all}. Keep the one that the host calls itself`;
  return phrase`${all}; ${strays.length} of the names do not lead back. Keep one that does`;
}

function notConfirmedAdvice(address: string, forward: readonly ForwardResult[], pointers: Looked): string {
  const [first] = forward;
  if (!first) return '';
  if (first.name.endsWith('.arpa'))
    return phrase`The PTR leads to ${first.name}: at its end a final dot is missing in the zone file`;
  const type = address.includes(':') ? 'AAAA' : 'A';
  const via =
    pointers.aliases.length > 0 ? phrase` (through the alias ${undotted(pointers.aliases.at(-1) ?? '')})` : '';
  if (first.addresses.length > 0)
    return phrase`${first.name}${via} has ${first.addresses.slice(0, 4).join(', ')}, not ${address}: add the ${type} record, or let the PTR lead to the name that has it`;
  const why = first.status === 'nxdomain' ? phrase`does not exist` : phrase`has no address`;
  return phrase`${first.name}${via} ${why}: add its ${type} record, or let the PTR lead to the name that has ${address}`;
}

function unknownAdvice({ pointers, forward }: Evidence): string {
  const failed = isOpen(pointers.status) ? undefined : forward.find(({ status }) => isOpen(status));
  const status = failed ? failed.status : pointers.status;
  const about = failed ? phrase`The addresses of ${failed.name}: ` : '';
  if (!failed && status === 'servfail' && pointers.aliases.length > 1 && pointers.reason !== '')
    return phrase`No PTR record is found, as ${pointers.reason}: let one of the CNAME records lead to a name that has a PTR`;
  const more = !failed && pointers.reason !== '' ? ` (${pointers.reason})` : '';
  const said = translated(STATUS_ADVICE[status] ?? status);
  return `${about === '' ? said.charAt(0).toUpperCase() + said.slice(1) : about + said}${more}`;
}

const STATUS_ADVICE: Readonly<Partial<Record<Looked['status'], string>>> = {
  timeout: laterPhrase`no answer in time: a delay is not a missing record; ask again`,
  unreachable: laterPhrase`the server cannot be reached: a delay is not a missing record; ask again`,
  servfail: laterPhrase`the server could not find out (SERVFAIL), which is not a missing record: its zone, a signature or the servers behind it fail. Ask the servers of the zone themselves, with --authoritative`,
  refused: laterPhrase`the server does not answer this question (REFUSED), which is not a missing record: ask one that does`,
  malformed: laterPhrase`what came back cannot be read, which is not a missing record: ask another server`,
};

/** Servers that are listed for a zone and do not answer for it, once each. */
function lameAdvice(servers: readonly ServerWord[]): string {
  const lame = servers.filter(({ zone, status }) => zone !== '' && LAME.has(status));
  const [first] = lame;
  if (!first) return '';
  const who = [
    ...new Set(lame.map(({ server, address }) => (server === '' ? address : `${undotted(server)} (${address})`))),
  ];
  return who.length === 1
    ? phrase`lame delegation: ${who.join('')} is listed for ${undotted(first.zone)} and does not answer for it`
    : phrase`lame delegation: ${who.join(', ')} are listed for ${undotted(first.zone)} and do not answer for it`;
}

const LAME: ReadonlySet<string> = new Set(['lame', 'refused', 'servfail']);
