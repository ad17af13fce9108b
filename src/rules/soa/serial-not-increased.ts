import { compareSerial } from '../../dns/serial.ts';
import { plan } from '../../edits/plan.ts';
import { serialChange } from '../../edits/serial.ts';
import { laterPhrase, phrase, translated } from '../../language/phrase.ts';
import { isEditedSigned } from '../facts/edited-signed.ts';
import { apexSerial } from '../facts/serial-of.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

const SINCE = laterPhrase`the last commit or save`;

/** A zone whose records are others than at the last commit or save, while its serial is not higher (RFC 1982). */
export const serialNotIncreased = defineRule({
  id: 'serial-not-increased',
  scope: 'sweep',
  severity: 'warning',
  summary: 'Zone has changed and its serial has not been raised',
  sweeps: ({ traits }, { settings }) =>
    settings.baseline !== undefined &&
    traits.role === 'primary' &&
    !traits.dynamic &&
    !settings.isOff('serial-not-increased'),
  *check(zone, ctx, report) {
    const { baseline } = ctx.settings;
    // To raise it would be one more change that is not signed.
    if (!baseline || (yield* isEditedSigned(zone, ctx))) return;
    const past = yield* baseline(zone);
    if (!past) return;
    const serial = apexSerial(zone, ctx);
    if (!serial) return;
    const order = compareSerial(serial.value, past.serial);
    if ((order !== undefined && order > 0) || (order === 0 && past.recordsEqual)) return;
    report({
      at: serial.soa.at({ rdata: serial.index }),
      message:
        order === 0
          ? phrase`The zone has changed since ${translated(SINCE)}, and its serial is still ${serial.value}: secondaries do not fetch the change`
          : phrase`Serial ${serial.value} is not higher than ${past.serial}, which the zone had at ${translated(SINCE)}: secondaries keep what they have`,
      data: { past: past.serial },
    });
  },
  fixes(finding, ctx) {
    const { record } = new Subject(finding, ctx);
    const past = finding.data?.past;
    if (!record?.zone || typeof past !== 'number') return [];
    const change = serialChange({ ...ctx, settings: ctx.settings, baselineSerial: () => past }, record.zone);
    // Of a serial that is half the numbers away from the old one the next one is no higher for secondaries either.
    if (change.kind !== 'raised' || (compareSerial(change.to, past) ?? 0) <= 0) return [];
    const once = { ...ctx, settings: { ...ctx.settings, bumpOnFix: false } };
    return [plan(once, { title: phrase`Raise the serial to ${change.to}`, changes: [change.change], preferred: true })];
  },
});
