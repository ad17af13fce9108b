import {
  LEAST_EXPIRE,
  LEAST_REFRESH,
  LEAST_RETRY,
  LEAST_TRIES,
  MOST_MINIMUM,
  type SoaTimes,
} from '../../dns/soa-times.ts';
import { ttlText } from '../../dns/ttl.ts';
import { TYPE_SOA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { publicSoa, soaTimes } from '../facts/soa-times.ts';
import { hasUnsoundSoa } from '../facts/unsound-data.ts';
import { defineRule } from '../rule.ts';

/** Timers of an SOA with which secondaries do not work as meant (RFC 1035 section 3.3.13, RFC 1912 section 2.2); the usual minima are information. */
export const soaTimers = defineRule({
  id: 'soa-timers',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_SOA],
  summary: 'Timers of the SOA do not work together',
  wants: hasUnsoundSoa,
  check(_, records, ctx, report) {
    const soa = publicSoa(records, ctx);
    const times = soa && soaTimes(soa);
    if (!soa || !times) return;
    const faults = [...faultsOf(times)];
    const isTold = ({ place }: Said): boolean => faults.some((fault) => fault.place === place);
    const all = [...faults, ...[...notesOf(times)].filter((note) => !isTold(note))];
    const [first] = all;
    if (!first) return;
    const message = all.map((one) => one.message).join('; ');
    const severity = faults.length === 0 ? ({ severity: 'information' } as const) : {};
    report({ at: soa.at({ rdata: first.place }), ...severity, message });
  },
});

/** What is said, and at which word of the rdata. */
interface Said {
  readonly place: number;
  readonly message: string;
}

function* faultsOf({ refresh, retry, expire }: SoaTimes): Generator<Said> {
  if (refresh === 0) yield { place: 3, message: phrase`Refresh is 0: secondaries ask for changes without a pause` };
  if (retry === 0)
    yield { place: 4, message: phrase`Retry is 0: secondaries that get no answer ask again without a pause` };
  if (expire === 0)
    yield { place: 5, message: phrase`Expire is 0: secondaries give the zone up as soon as they have it` };
  if (retry >= refresh && refresh > 0)
    yield {
      place: 4,
      message: phrase`Retry ${ttlText(retry)} is not shorter than refresh ${ttlText(refresh)}: after a failure secondaries wait longer than without one`,
    };
  if (expire < refresh + retry && expire > 0)
    yield {
      place: 5,
      message: phrase`Expire ${ttlText(expire)} is shorter than refresh and retry together (${ttlText(refresh + retry)}): one failed transfer, and secondaries give the zone up`,
    };
}

/** What Zonemaster and nslint ask for (see `areUsualTimes`). */
function* notesOf({ refresh, retry, expire, minimum }: SoaTimes): Generator<Said> {
  if (refresh < LEAST_REFRESH)
    yield { place: 3, message: phrase`Refresh ${ttlText(refresh)} is shorter than the usual 4 hours` };
  if (retry < LEAST_RETRY) yield { place: 4, message: phrase`Retry ${ttlText(retry)} is shorter than the usual hour` };
  if (refresh < 2 * retry && refresh > 0)
    yield { place: 4, message: phrase`Retry ${ttlText(retry)} is more than half of refresh ${ttlText(refresh)}` };
  if (expire < LEAST_EXPIRE)
    yield { place: 5, message: phrase`Expire ${ttlText(expire)} is shorter than the usual week` };
  else if (expire < refresh + LEAST_TRIES * retry)
    yield { place: 5, message: phrase`Expire ${ttlText(expire)} leaves secondaries less than ten tries` };
  if (minimum === 0)
    yield { place: 6, message: phrase`Minimum is 0: that a name does not exist is asked again and again` };
  if (minimum > MOST_MINIMUM)
    yield {
      place: 6,
      message: phrase`Minimum ${ttlText(minimum)} keeps a name that was missing away for more than a day`,
    };
}
