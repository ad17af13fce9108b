import { arpaAddressRecord } from './arpa/arpa-address-record.ts';
import { arpaClasslessDanglingCname } from './arpa/arpa-classless-dangling-cname.ts';
import { arpaClasslessMissingCname } from './arpa/arpa-classless-missing-cname.ts';
import { arpaClasslessRange } from './arpa/arpa-classless-range.ts';
import { arpaCnameHost } from './arpa/arpa-cname-host.ts';
import { arpaDuplicateZones } from './arpa/arpa-duplicate-zones.ts';
import { arpaFullAddressOwner } from './arpa/arpa-full-address-owner.ts';
import { arpaLabelCount } from './arpa/arpa-label-count.ts';
import { arpaNibble } from './arpa/arpa-nibble.ts';
import { arpaOctetLeadingZero } from './arpa/arpa-octet-leading-zero.ts';
import { arpaOctetRange } from './arpa/arpa-octet-range.ts';
import { arpaOctetsSwapped } from './arpa/arpa-octets-swapped.ts';
import { arpaOwnerIndented } from './arpa/arpa-owner-indented.ts';
import { arpaSuffix } from './arpa/arpa-suffix.ts';
import { arpaWildcard } from './arpa/arpa-wildcard.ts';
import { arpaZoneName } from './arpa/arpa-zone-name.ts';
import { arpaZoneReversed } from './arpa/arpa-zone-reversed.ts';
import { originMissingDot } from './names/origin-missing-dot.ts';
import { outOfZone } from './names/out-of-zone.ts';
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
