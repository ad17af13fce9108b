import { hasLabel } from '../../dns/label-octets.ts';
import { type NameId, type NameTable, ROOT } from '../../dns/name-table.ts';

/** Whether a name is where DMARC records are: `_dmarc.domain`, or below `_report._dmarc.domain`. */
export function isDmarcOwner(names: NameTable, name: NameId): boolean {
  return hasLabel(names, name, '_dmarc') || isReportOwner(names, name);
}

/** Whether a name is where a domain says that it takes another one's reports (RFC 9990 section 4). */
export function isReportOwner(names: NameTable, name: NameId): boolean {
  for (let node = names.parent(name); node > ROOT; node = names.parent(node))
    if (hasLabel(names, node, '_report')) return hasLabel(names, names.parent(node), '_dmarc');
  return false;
}

/** Whether a name is one of a DKIM selector: below `_domainkey` (RFC 6376 section 3.6.2.1). */
export function isDkimOwner(names: NameTable, name: NameId): boolean {
  for (let node = names.parent(name); node > ROOT; node = names.parent(node))
    if (hasLabel(names, node, '_domainkey')) return true;
  return false;
}

/** Whether a name is where a selector's BIMI record is. */
export function isBimiOwner(names: NameTable, name: NameId): boolean {
  return hasLabel(names, names.parent(name), '_bimi');
}

/** Whether a name's first labels are these. */
export function beginsWith(names: NameTable, name: NameId, labels: readonly string[]): boolean {
  let node = name;
  for (const label of labels) {
    if (node <= ROOT || !hasLabel(names, node, label)) return false;
    node = names.parent(node);
  }
  return true;
}
