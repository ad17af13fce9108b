import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silenceLine } from '../../src/report/silence.ts';
import { parseFixture } from '../support/fixture.ts';
import { Workbench } from '../support/workbench.ts';

test('a comment silences a rule behind its line, or above a line that would take the comment up', () => {
  for (const [line, expected] of [
    ['a A 192.0.2.300  ', 'a A 192.0.2.300 ; zonewright-disable-line syntax-ipv4  '],
    ['a A 192.0.2.300 ; web', '; zonewright-disable-next-line syntax-ipv4\na A 192.0.2.300 ; web'],
    ['a A x ; zonewright-disable-line syntax-type', 'a A x ; zonewright-disable-line syntax-ipv4 syntax-type'],
    ['a TXT "b;c"', 'a TXT "b;c" ; zonewright-disable-line syntax-ipv4'],
    ['a TXT "not closed', '; zonewright-disable-next-line syntax-ipv4\na TXT "not closed'],
    ['a TXT "not closed ; x', '; zonewright-disable-next-line syntax-ipv4\na TXT "not closed ; x'],
    ['a TXT b\\', '; zonewright-disable-next-line syntax-ipv4\na TXT b\\'],
  ] as const) {
    const file = new Workbench(parseFixture(`;- example.com.zone\n${line}\n`)).store.files.get('example.com.zone');
    assert.ok(file);
    const { range, text } = silenceLine(file, 0, 'syntax-ipv4');
    const at = range.start.character;
    assert.deepEqual(range.end, range.start);
    assert.equal(line.slice(0, at) + text + line.slice(at), expected);
  }
});
