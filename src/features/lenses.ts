import { TYPE_SOA } from '../dns/type-codes.ts';
import { raisedSerial } from '../edits/serial.ts';
import { counted, noun, phrase } from '../language/phrase.ts';
import type { Reporter } from '../report/report.ts';
import type { Range } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { countMissingPointers } from './bulk.ts';
import type { FeatureContext } from './context.ts';
import { zonesOfFile } from './status.ts';

/** A line above a record that offers something. */
export interface Lens {
  readonly range: Range;
  readonly title: string;
  readonly does: 'bump-serial' | 'add-missing' | 'reverse-zones';
}

/** Above the SOA: raise the serial, the reverse zones held, and the missing PTR records, also of what the file includes. */
export function lenses(ctx: FeatureContext, reporter: Reporter, file: SourceFile): Lens[] {
  const zone = file.instances.find((instance) => !instance.parent && instance.zone)?.zone;
  if (!zone) return [];
  const context = ctx.engine.context(zone.view);
  const soa = context.held.recordsAt(zone.apex, TYPE_SOA).find((record) => record.zone === zone);
  const place = soa && ctx.places.of(soa.at('record'));
  if (!place || place.path !== file.path) return [];
  const range = { start: place.range.start, end: place.range.start };
  const found: Lens[] = [];
  if (ctx.settings.codeLens.serial) {
    const serial = raisedSerial(context, zone);
    if (serial.kind === 'raised')
      found.push({ range, title: phrase`Bump serial to ${serial.to}`, does: 'bump-serial' });
  }
  if (!ctx.settings.codeLens.missingPtrs) return found;
  const reverseZones = zonesOfFile(ctx, file)[0]?.reverseZones ?? 0;
  if (reverseZones > 0)
    found.push({ range, title: phrase`${counted(reverseZones, noun`reverse zone`)} held`, does: 'reverse-zones' });
  const missing = countMissingPointers(reporter, file);
  if (missing > 0)
    found.push({ range, title: phrase`${counted(missing, noun`missing PTR record`)}: add`, does: 'add-missing' });
  return found;
}
