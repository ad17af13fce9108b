import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bindOutcomes, MASTER, type ZoneCase } from './bind.ts';
import { checkErrors, ourOutcome } from './ours.ts';

const HEAD = '$TTL 1h\n';
const SOA = '@ IN SOA ns1 hostmaster 1 2h 15m 2w 1h\n';

function zoneOf(text: string): ZoneCase {
  return { files: new Map([[MASTER, new TextEncoder().encode(HEAD + text)]]), origin: 'example.com' };
}

const line = fc.constantFrom(
  SOA,
  '@ IN NS ns1\n',
  'ns1 IN A 192.0.2.1\n',
  '@ IN TXT "a"\n',
  '$ORIGIN exmaple.com.\n',
  '$ORIGIN example.con.\n',
  '$ORIGIN zones.exmaple.com.\n',
  '$ORIGIN sub.example.com.\n',
  '$ORIGIN other.example.\n',
  '$ORIGIN example.com.\n',
);

test('an $ORIGIN near the name of the zone: compile and check refuse what BIND refuses', () => {
  const texts = fc.sample(
    fc.array(line, { minLength: 2, maxLength: 7 }).map((lines) => lines.join('')),
    { numRuns: 150, seed: 20_261_130 },
  );
  const fixed = [
    `$ORIGIN exmaple.com.\n${SOA}@ NS ns1\nns1 A 192.0.2.1\n`,
    '$ORIGIN exmaple.com.\n@ NS ns1\nns1 A 192.0.2.1\n',
    `${SOA}$ORIGIN exmaple.com.\n@ NS ns1\nns1 A 192.0.2.1\n`,
  ];
  const cases = [...fixed, ...texts].map(zoneOf);
  bindOutcomes(cases).forEach((bind, i) => {
    const zone = cases[i] as ZoneCase;
    const text = new TextDecoder().decode(zone.files.get(MASTER));
    const ours = ourOutcome(zone);
    assert.equal(ours.isAccepted, bind.isAccepted, `${text}\n${bind.messages.join('\n')}\nours: ${ours.messages}`);
    assert.equal(checkErrors(zone).length === 0, bind.isAccepted, `check: ${text}\n${checkErrors(zone)}`);
  });
});
