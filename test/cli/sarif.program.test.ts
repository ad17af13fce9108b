import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { program } from '../support/program.ts';

const { folderWith, run } = program('sarif');

const HEAD = '$TTL 1h\n@ SOA ns1.example.net. hostmaster.example.com. 1 1d 2h 4w 1h\n NS ns1.example.net.\n';
const files = {
  'zonewright.json': '{}',
  'my zones/example.com.zone': `${HEAD}# a\n# a\nwww A 192.0.2.10\n\u00e9 A 192.0.2.300\n`,
  'my zones/2.0.192.in-addr.arpa.zone': `${HEAD}11 PTR www.example.com\n`,
};

/** Microsoft's judge of SARIF, as npm brings it for this system. */
function multitool(): string {
  const own = createRequire(import.meta.url);
  const folder = dirname(own.resolve(`@microsoft/sarif-multitool-${process.platform}/package.json`));
  const path = join(folder, process.platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool');
  // npm runs no install scripts, and one of them does this.
  chmodSync(path, 0o755);
  return path;
}

test("the SARIF multitool finds no fault by GitHub's rules", { timeout: 120_000 }, async () => {
  const folder = folderWith(files);
  const { output, status } = await run(folder, ['check', '--format', 'sarif', '--fail-on', 'none']);
  assert.equal(status, 0);
  const judge = async (log: string): Promise<string> => {
    const file = join(folder, 'log.sarif');
    writeFileSync(file, log);
    // Only these rules: others would ask the network whether addresses can be reached.
    const args = ['validate', file, '--rule-kind', 'Ghas', '--level', 'Error;Warning', '--kind', 'Fail'];
    const { stdout } = await promisify(execFile)(multitool(), args).catch((error: { stdout: string }) => error);
    return stdout;
  };
  assert.doesNotMatch(await judge(output), /(error|warning) [A-Z]+\d+/);
  // It does find what is wrong.
  assert.match(await judge(output.replaceAll('"fullDescription"', '"other"')), /error (GH2012|JSON\d+)/);
});

test('fixes as replacements in their files, and fingerprints that differ', async () => {
  const { output } = await run(folderWith(files), ['check', '--format', 'sarif']);
  const [{ results, tool }] = JSON.parse(output).runs;
  const missing = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'ptr-missing');
  const [fix] = missing.fixes;
  assert.match(fix.description.text, /^Add "10\s/);
  const [change] = fix.artifactChanges;
  assert.equal(change.artifactLocation.uri, 'my%20zones/2.0.192.in-addr.arpa.zone');
  const added = change.replacements.find(({ insertedContent }: { insertedContent: { text: string } }) =>
    /PTR/.test(insertedContent.text),
  );
  assert.match(added.insertedContent.text, /^10\sPTR\swww\.example\.com\.\n$/);
  const { startLine, startColumn, endLine, endColumn } = added.deletedRegion;
  assert.deepEqual([startLine, startColumn], [endLine, endColumn]);
  const fingerprints = results.map((one: { partialFingerprints: object }) => JSON.stringify(one.partialFingerprints));
  assert.equal(new Set(fingerprints).size, results.length);
  const descriptor = tool.driver.rules.find(({ id }: { id: string }) => id === 'ptr-missing');
  assert.match(
    descriptor.fullDescription.text,
    /^A host has an A or AAAA record, and|^A host has an A or AAAA record,/,
  );
});
