import { addressRecordType } from '../dns/address-kind.ts';
import { undotted } from '../dns/shown-name.ts';
import { genericName } from '../generic/generic.ts';
import { capitalized, laterPhrase, phrase, translated } from '../language/phrase.ts';
import { isEndless, type Looked, type ServerWord } from './look.ts';
import type { ForwardResult, LiveResult, Verdict } from './result.ts';
import { serverTrouble } from './server-trouble.ts';

/** What was heard of one address. */
export interface Evidence {
  readonly address: string;
  readonly pointers: Looked;
  /** Each name of the PTR set, asked back. */
  readonly forward: readonly ForwardResult[];
  /** What servers said that could not tell the addresses of a name. */
  readonly failed: readonly ServerWord[];
}

/** What a judge may take for granted. */
export interface JudgeOptions {
  /** Generic names that say that they are static are let pass. */
  readonly passesStaticNames: boolean;
  /** Addresses that are to have generic names. */
  readonly isPool: (address: string) => boolean;
}

/** The judgement, before anything is known of files and owners. */
export type Judgement = Pick<LiveResult, 'generic' | 'verdict' | 'advice' | 'trouble'>;

/** Judges as mail servers do: a PTR, a name that was chosen, and an address of that name that is the one at hand. */
export function judge(evidence: Evidence, options: JudgeOptions): Judgement {
  const generic = genericOf(evidence, options);
  const verdict = verdictOf(evidence, generic !== null);
  const { pointers, failed } = evidence;
  // Servers fail at aliases that do not end; that is no fault of theirs.
  const trouble = isEndless(pointers.aliases) ? [] : serverTrouble([...pointers.servers, ...failed]);
  return { generic, verdict, advice: adviceOf(evidence, verdict), trouble };
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
      return phrase`Many mail servers refuse mail from an address without a PTR record: whoever runs the reverse zone must add one`;
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
  const names = strays.map(({ name }) => name);
  const shown =
    names.length > 4 ? phrase`${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
  return phrase`${all}; these do not lead back: ${shown}. Keep one that does`;
}

function notConfirmedAdvice(address: string, forward: readonly ForwardResult[], pointers: Looked): string {
  const [first] = forward;
  if (!first) return '';
  if (first.name.endsWith('.arpa'))
    return phrase`The PTR leads to ${first.name}: at its end a final dot is missing in the zone file`;
  const type = addressRecordType(address);
  const via =
    pointers.aliases.length > 0 ? phrase` (through the alias ${undotted(pointers.aliases.at(-1) ?? '')})` : '';
  if (first.addresses.length > 0)
    return phrase`${first.name}${via} has ${first.addresses.slice(0, 4).join(', ')}, not ${address}: add the ${type} record, or let the PTR lead to the name that has it`;
  const why = first.status === 'nxdomain' ? phrase`does not exist` : phrase`has no address`;
  return phrase`${first.name}${via} ${why}: add its ${type} record, or let the PTR lead to the name that has ${address}`;
}

function unknownAdvice({ pointers, forward }: Evidence): string {
  const failed = isOpen(pointers.status) ? undefined : forward.find(({ status }) => isOpen(status));
  if (failed) return openAdvice(failed.name, failed.status);
  const { status, reason, aliases, servers } = pointers;
  if (isEndless(aliases))
    return phrase`No PTR record is found, as ${reason}: let one of the CNAME records lead to a name that has a PTR`;
  const isOfZone = servers.some(({ zone }) => zone !== '');
  const ofZone = isOfZone ? ZONE_ADVICE[status] : undefined;
  const said = ofZone === undefined ? statusAdvice(status) : translated(ofZone);
  const asked = servers.map(({ address }) => address);
  const isSilent = status === 'timeout' || status === 'unreachable';
  const silent = isSilent && !isOfZone && asked.length > 0 ? phrase`asked: ${asked.join(', ')}` : '';
  const more = reason === '' ? silent : reason;
  return `${capitalized(said)}${more === '' ? '' : ` (${more})`}`;
}

/** What is to be said of a name whose addresses nobody told. */
export function openAdvice(name: string, status: Looked['status']): string {
  return phrase`The addresses of ${name}: ${statusAdvice(status)}`;
}

/** What is to be done where a look-up failed: half a sentence. */
export function statusAdvice(status: Looked['status']): string {
  return translated(STATUS_ADVICE[status] ?? status);
}

const STATUS_ADVICE: Readonly<Partial<Record<Looked['status'], string>>> = {
  timeout: laterPhrase`no answer in time: a delay is not a missing record; ask again`,
  unreachable: laterPhrase`the server cannot be reached: a delay is not a missing record; ask again`,
  servfail: laterPhrase`the server could not find out (SERVFAIL), which is not a missing record: its zone, a signature or the servers behind it fail. Ask the servers of the zone themselves (--authoritative on the command line)`,
  refused: laterPhrase`the server does not answer this question (REFUSED), which is not a missing record: ask one that does`,
  malformed: laterPhrase`what came back cannot be read, which is not a missing record: ask another server`,
};

/** What it means where the servers of the zone themselves were asked. */
const ZONE_ADVICE: Readonly<Partial<Record<Looked['status'], string>>> = {
  servfail: laterPhrase`the servers of the zone could not find out (SERVFAIL), which is not a missing record: they have not loaded it, or it has expired there; their logs say why`,
  refused: laterPhrase`no server that is listed for the zone answers for it (REFUSED), which is not a missing record`,
};
