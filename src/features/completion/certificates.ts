import { NO_NAME } from '../../dns/name-table.ts';
import { isInUnknownZone, shownName } from '../../dns/shown-name.ts';
import { typeName } from '../../dns/types.ts';
import type { FeatureContext } from '../context.ts';
import { type Proposal, proposalsOf, type Vocabulary } from './proposal.ts';
import { authorities, caaFlags, caaTags, fieldNumbers, reportSchemes } from './record-words.ts';
import type { FieldSpot } from './spot.ts';

/** The flags, tags and values of a CAA record (RFC 8659). */
export function caaProposals(ctx: FeatureContext, spot: FieldSpot): Proposal[] {
  const { row, range, index } = spot;
  if (index === 0) return proposalsOf(caaFlags, range);
  if (index === 1) return proposalsOf(caaTags, range);
  const tag = row.rdata[1]?.text.toLowerCase() ?? '';
  if (/^issue(?:wild|mail|vmc)?$/.test(tag)) return proposalsOf(authorities, range).map((one) => quoted(spot, one));
  if (tag !== 'iodef') return [];
  const { names } = ctx.engine.store;
  const { apex } = row.block.instance;
  const domain = apex === NO_NAME || isInUnknownZone(names.text(apex)) ? '' : `security@${shownName(names, apex)}`;
  return proposalsOf(reportSchemes, range).map((one) =>
    quoted(spot, one.label === 'mailto:' ? { ...one, label: `mailto:${domain}` } : one),
  );
}

/** A value in the quotes that it is written in, as far as they are not there. */
function quoted({ isQuoted, isClosed }: FieldSpot, proposal: Proposal): Proposal {
  const open = isQuoted ? '' : '"';
  const close = isClosed ? '' : '"';
  return { ...proposal, filter: `${open}${proposal.label}`, text: `${open}${proposal.label}${close}` };
}

/** The numbers of a field that stand for something: TLSA, SSHFP and others. Undefined where a number is only one. */
export function numberProposals({ row, field, range }: FieldSpot): Proposal[] | undefined {
  const words = numbersOf(row.typeCode, field.name);
  return words && proposalsOf(words, range);
}

/** What the numbers of a type's field stand for; undefined where a number is only one. */
export function numbersOf(typeCode: number, fieldName: string): Vocabulary | undefined {
  const type = typeName(typeCode);
  return fieldNumbers.get(`${SAME.get(type) ?? type} ${fieldName}`);
}

/** Types whose fields mean the same as those of another one. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['SMIMEA', 'TLSA'],
  ['SVCB', 'HTTPS'],
  ['CDNSKEY', 'DNSKEY'],
  ['CDS', 'DS'],
  ['URI', 'SRV'],
]);
