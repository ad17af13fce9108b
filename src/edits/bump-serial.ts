import { undotted } from '../dns/shown-name.ts';
import { phrase } from '../language/phrase.ts';
import type { Zone } from '../workspace/instance.ts';
import type { EditContext } from './context.ts';
import { type Plan, plan, refusedPlan } from './plan.ts';
import { raisedSerial } from './serial.ts';

/** Raises a zone's serial by itself: as often as it is asked for. */
export function bumpSerial(ctx: EditContext, zone: Zone): Plan {
  const { store, held, mail, settings } = ctx;
  const once: EditContext = { store, held, mail, settings: { ...settings, bumpOnFix: false } };
  const name = undotted(held.text(zone.apex));
  const serial = raisedSerial(ctx, zone);
  const title = phrase`Raise the serial of ${name}`;
  switch (serial.kind) {
    case 'raised':
      return plan(once, {
        title: phrase`${title} from ${serial.from} to ${serial.to}`,
        changes: [serial.change],
        preferred: true,
      });
    case 'placeholder':
      return refusedPlan(title, phrase`"${serial.text}" stands for what another program fills in`);
    case 'full':
      return refusedPlan(title, phrase`${serial.serial} is the largest serial of 32 bits`);
    case 'missing':
      return refusedPlan(title, phrase`${name} has no SOA record`);
  }
}
