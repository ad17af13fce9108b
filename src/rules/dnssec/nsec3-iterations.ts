import { TYPE_NSEC3PARAM } from '../../dns/type-codes.ts';
import { replaceToken } from '../../edits/rewrite.ts';
import { phrase } from '../../language/phrase.ts';
import { apexRecords, ofType } from '../facts/apex.ts';
import { rdataFields } from '../facts/rdata-fields.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/** Above this many BIND and other validators take a zone for unsigned. */
const BIND_LIMIT = 50;

/** More hashing than none in NSEC3 (RFC 9276 section 3.1). A single iteration, and a salt, harm little: information. */
export const nsec3Iterations = defineRule({
  id: 'nsec3-iterations',
  scope: 'zone',
  zoneTypes: [TYPE_NSEC3PARAM],
  severity: 'warning',
  summary: 'NSEC3PARAM with iterations or a salt',
  check(zone, ctx, report) {
    for (const record of ofType(apexRecords(zone, ctx), TYPE_NSEC3PARAM)) {
      const [hash, , written, salt] = rdataFields(record, ctx) ?? [];
      const iterations = Number(written);
      if (hash !== '1' || (iterations === 0 && salt === '-')) continue;
      const why =
        iterations > BIND_LIMIT
          ? phrase`${iterations} iterations are more than the ${BIND_LIMIT} that BIND and others put up with: validators take the zone for unsigned`
          : iterations > 0
            ? phrase`${count(iterations)} servers and resolvers work, and nothing is hidden by it (RFC 9276)`
            : phrase`A salt of NSEC3 hides nothing (RFC 9276)`;
      report({
        at: record.at({ rdata: iterations > 0 ? 2 : 3 }),
        message: phrase`${why}: use 0 iterations and no salt`,
        ...(iterations > 1 ? {} : { severity: 'information' }),
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record } = subject;
    const [, , iterations, salt] = record && !record.generated ? record.rdata() : [];
    if (!record || !iterations || !salt || iterations.text === '\\#') return [];
    const changes = [replaceToken(record, iterations, '0'), replaceToken(record, salt, '-')];
    return [subject.fix(phrase`Use 0 iterations and no salt`, changes, { preferred: true })];
  },
});

function count(iterations: number): string {
  return iterations === 1 ? phrase`One iteration of NSEC3 costs` : phrase`${iterations} iterations of NSEC3 cost`;
}
