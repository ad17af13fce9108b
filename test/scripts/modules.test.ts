import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { whyOutOfStep } from '../../scripts/modules.mjs';

interface Package {
  readonly version: string;
  readonly optional?: boolean;
}

function checkout(t: TestContext, wanted: Record<string, Package>, found?: Record<string, Package>): string {
  const root = mkdtempSync(join(tmpdir(), 'zonewright-modules-'));
  t.after(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  if (found) {
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: found }));
  }
  return root;
}

const esbuild = { 'node_modules/esbuild': { version: '0.28.2' } };

test('equal versions are in step', (t) => {
  assert.equal(whyOutOfStep(checkout(t, esbuild, esbuild)), undefined);
});

test('a fresh clone is out of step', (t) => {
  assert.equal(whyOutOfStep(checkout(t, esbuild)), 'node_modules is not installed');
});

test('another version and a missing package are out of step', (t) => {
  const older = { 'node_modules/esbuild': { version: '0.28.1' } };
  assert.match(whyOutOfStep(checkout(t, esbuild, older)) ?? '', /is 0\.28\.1, the lock file says 0\.28\.2/);
  assert.match(whyOutOfStep(checkout(t, esbuild, {})) ?? '', /is missing/);
});

test('an optional package may be missing', (t) => {
  const wanted = { 'node_modules/@esbuild/darwin-arm64': { version: '0.28.2', optional: true } };
  assert.equal(whyOutOfStep(checkout(t, wanted, {})), undefined);
});
