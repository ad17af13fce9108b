import { arpaAddressRecord } from './arpa-address-record.ts';
import { arpaClasslessDanglingCname } from './arpa-classless-dangling-cname.ts';
import { arpaClasslessMissingCname } from './arpa-classless-missing-cname.ts';
import { arpaClasslessRange } from './arpa-classless-range.ts';
import { arpaCnameHost } from './arpa-cname-host.ts';
import { arpaDuplicateZones } from './arpa-duplicate-zones.ts';
import { arpaFullAddressOwner } from './arpa-full-address-owner.ts';
import { arpaLabelCount } from './arpa-label-count.ts';
import { arpaNibble } from './arpa-nibble.ts';
import { arpaOctetLeadingZero } from './arpa-octet-leading-zero.ts';
import { arpaOctetRange } from './arpa-octet-range.ts';
import { arpaOctetsSwapped } from './arpa-octets-swapped.ts';
import { arpaOwnerIndented } from './arpa-owner-indented.ts';
import { arpaSuffix } from './arpa-suffix.ts';
import { arpaWildcard } from './arpa-wildcard.ts';
import { arpaZoneName } from './arpa-zone-name.ts';
import { arpaZoneReversed } from './arpa-zone-reversed.ts';
import { originMissingDot } from './origin-missing-dot.ts';
import { outOfZone } from './out-of-zone.ts';
import type { Rule } from './rule.ts';

/** The shape of reverse zones and of the owners in them; they come before all that is said of the same PTR. */
export const arpaRules: readonly Rule[] = [
  outOfZone,
  originMissingDot,
  arpaOwnerIndented,
  arpaSuffix,
  arpaZoneReversed,
  arpaZoneName,
  arpaFullAddressOwner,
  arpaOctetRange,
  arpaOctetLeadingZero,
  arpaNibble,
  arpaLabelCount,
  arpaOctetsSwapped,
  arpaDuplicateZones,
  arpaWildcard,
  arpaAddressRecord,
  arpaCnameHost,
  arpaClasslessRange,
  arpaClasslessMissingCname,
  arpaClasslessDanglingCname,
];
