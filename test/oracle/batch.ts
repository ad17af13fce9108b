import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { bindOutcomes, isKnownDifference, type Outcome, type ZoneCase } from './bind.ts';
import { checkErrors, ourOutcome } from './ours.ts';
import { brokenArbitrary, zoneArbitrary } from './zones.ts';

/**
 * Compares a big batch with BIND and shows what differs:
 * `npx tsx test/oracle/batch.ts valid|broken COUNT [SEED] [FOLDER]`. FOLDER takes the cases that differ.
 */
function main(kind: string, count: number, seed: number, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const cases = fc.sample(kind === 'valid' ? zoneArbitrary : brokenArbitrary, { numRuns: count, seed });
  const bind = bindOutcomes(cases);
  const tally = {
    accepted: 0,
    records: 0,
    verdict: 0,
    recordsDiffer: 0,
    bindLines: 0,
    found: 0,
    extra: 0,
    known: 0,
    checkFound: 0,
    checkExtra: 0,
  };
  let shown = 0;
  cases.forEach((zone, index) => {
    const theirs = bind[index] as Outcome;
    let ours: Outcome;
    try {
      ours = ourOutcome(zone);
    } catch (error) {
      console.log(`#${index} THROWS ${error instanceof Error ? error.stack : error}`);
      save(folder, index, zone);
      return;
    }
    if (isKnownDifference(theirs)) {
      tally.known++;
      return;
    }
    tally.accepted += theirs.isAccepted ? 1 : 0;
    tally.bindLines += theirs.errorLines.length;
    tally.records += theirs.records.length;
    const missing = theirs.errorLines.filter((line) => !ours.errorLines.includes(line));
    // What BIND says of the zone as a whole names no line.
    const isOfZone = theirs.errorLines.length === 0 && !theirs.isAccepted;
    const extra = isOfZone ? [] : ours.errorLines.filter((line) => !theirs.errorLines.includes(line));
    tally.found += theirs.errorLines.length - missing.length;
    tally.extra += extra.length;
    const named = new Set(checkErrors(zone).map((said) => said.split(': ', 1)[0] ?? ''));
    const unnamed = theirs.errorLines.filter((line) => !named.has(line));
    tally.checkFound += theirs.errorLines.length - unnamed.length;
    tally.checkExtra += isOfZone ? 0 : named.size - (theirs.errorLines.length - unnamed.length);
    const lost = theirs.isAccepted ? theirs.records.filter((record) => !ours.records.includes(record)) : [];
    const gained = theirs.isAccepted ? ours.records.filter((record) => !theirs.records.includes(record)) : [];
    const isVerdictWrong = theirs.isAccepted !== ours.isAccepted;
    if (isVerdictWrong) tally.verdict++;
    if (lost.length + gained.length > 0) tally.recordsDiffer++;
    if (!isVerdictWrong && missing.length + extra.length + lost.length + gained.length === 0) return;
    save(folder, index, zone);
    if (shown++ >= 30) return;
    console.log(
      `#${index} BIND ${theirs.isAccepted ? 'accepts' : 'refuses'}, here ${ours.isAccepted ? 'accepted' : 'refused'}`,
    );
    for (const line of missing)
      console.log(`   not here: ${theirs.messages.filter((m) => m.includes(`${line}:`)).join(' | ')}`);
    for (const line of extra)
      console.log(`   only here: ${ours.messages.filter((m) => m.startsWith(`${line}:`)).join(' | ')}`);
    if (isVerdictWrong && missing.length + extra.length === 0) console.log(`   ${theirs.messages.join(' | ')}`);
    for (const record of lost.slice(0, 3)) console.log(`   - ${record}`);
    for (const record of gained.slice(0, 3)) console.log(`   + ${record}`);
  });
  console.log(JSON.stringify({ cases: cases.length, ...tally }));
}

function save(folder: string, index: number, zone: ZoneCase): void {
  const home = join(folder, String(index));
  mkdirSync(home, { recursive: true });
  for (const [name, bytes] of zone.files) writeFileSync(join(home, name), bytes);
}

const [kind = 'valid', count = '200', seed = '1', folder = '/tmp/zw-oracle'] = process.argv.slice(2);
main(kind, Number(count), Number(seed), folder);
