import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { spelled } from '../../src/ports/disk-spelling.node.ts';

test('a path is spelled as the disk has it, as far as only the case of letters differs', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'zonewright-spelling-')).replaceAll('\\', '/');
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(`${folder}/zones`);
  writeFileSync(`${folder}/zones/a.zone`, '');
  const path = `${folder}/zones/a.zone`;
  const where = (real: string) => () => real;
  assert.equal(spelled(path), path);
  assert.equal(spelled(path, where('/network/Zones/A.zone')), `${folder}/Zones/A.zone`);
  assert.equal(spelled(path, where('/elsewhere/b.zone')), path);
  assert.equal(spelled(`${folder}/none`, where('/elsewhere/NONE')), `${folder}/none`);
  symlinkSync(path, `${folder}/A.zone`);
  assert.equal(spelled(`${folder}/A.zone`), `${folder}/A.zone`);
});
