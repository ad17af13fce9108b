/**
 * Measures the generic-name detector on labelled reverse names.
 *
 *     npx tsx bench/generic-measure.ts FILE.tsv [--errors]
 *
 * The file has tab-separated columns address, name, label (`generic` or `custom`), further ones ignored; lines that begin
 * with `#` too. Each name is judged alone: no zone, no neighbours. --errors lists the names judged wrongly.
 */
import { readFileSync } from 'node:fs';
import { genericName } from '../src/generic/generic.ts';

interface Row {
  readonly address: string;
  readonly name: string;
  readonly isGeneric: boolean;
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line === '' || line.startsWith('#')) continue;
    const [address = '', name = '', label = ''] = line.split('\t');
    if (label !== 'generic' && label !== 'custom') continue;
    rows.push({ address, name, isGeneric: label === 'generic' });
  }
  return rows;
}

function measure(title: string, rows: readonly Row[], showErrors: boolean): void {
  const count = { hit: 0, falseAlarm: 0, missed: 0, silent: 0 };
  for (const row of rows) {
    const verdict = genericName(row.address, row.name);
    const outcome = verdict ? (row.isGeneric ? 'hit' : 'falseAlarm') : row.isGeneric ? 'missed' : 'silent';
    count[outcome]++;
    if (showErrors && (outcome === 'falseAlarm' || outcome === 'missed')) {
      console.log(`${outcome}\t${row.address}\t${row.name}\t${verdict ? `${verdict.kind}: ${verdict.evidence}` : ''}`);
    }
  }
  const precision = count.hit / (count.hit + count.falseAlarm);
  const recall = count.hit / (count.hit + count.missed);
  const f1 = (2 * precision * recall) / (precision + recall);
  const shown = [precision, recall, f1].map((value) => value.toFixed(3));
  console.log(
    `${title}: ${rows.length} names, precision ${shown[0]}, recall ${shown[1]}, F1 ${shown[2]} ` +
      `(${count.hit} found, ${count.missed} missed, ${count.falseAlarm} false alarms, ${count.silent} rightly silent)`,
  );
}

const args = process.argv.slice(2);
const file = args.find((arg) => !arg.startsWith('--'));
if (file === undefined) {
  console.error('usage: npx tsx bench/generic-measure.ts FILE.tsv [--errors]');
  process.exit(2);
}
const rows = rowsOf(readFileSync(file, 'utf8'));
measure('all', rows, args.includes('--errors'));
measure(
  'address known',
  rows.filter((row) => row.address !== ''),
  false,
);
