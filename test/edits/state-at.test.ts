import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Rows } from '../../src/edits/rows.ts';
import { originBefore, stateBefore } from '../../src/edits/state-at.ts';
import { Workbench } from '../support/workbench.ts';

/** What may stand above a record, and leaves the origin as it is or not. */
const LINES = [
  '$TTL 3600',
  '$ttl',
  '"$TTL" 3600',
  ' $TTL 3600',
  '$TTL sub',
  '$ORIGIN sub',
  ' $ORIGIN sub',
  '$ORIGIN .',
  '$ORIGINE sub',
  'ORIGIN sub.example.com.',
  'www 3600 IN A 192.0.2.1',
  '; nothing',
];

test('the origin before a row is that of all that is in effect there', () => {
  for (const first of LINES)
    for (const second of LINES) {
      const { store } = new Workbench(`;- example.com.zone
${first}
${second}
@ 3600 IN NS ns1
`);
      const rows = new Rows(store);
      for (const block of store.blocks) {
        const { tape } = rows.of(block);
        for (let row = 0; row <= tape.rowCount; row++) {
          const place = { block, row };
          assert.equal(originBefore(rows, place), stateBefore(rows, place).origin, `${first}\n${second}\n row ${row}`);
        }
      }
    }
});
