import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

// A copy of the sources gets a type as the head of types.ts tells it: a number and a row.
test('a number and a row make a record type', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'zonewright-type-'));
  try {
    for (const name of ['src', 'syntaxes', 'test/support', 'test/report', 'package.json'])
      cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    insert(join(copy, 'src/dns/type-codes.ts'), 'TYPE_A = 1,', 'TYPE_TRIAL = 65280,');
    insert(
      join(copy, 'src/syntax/rdata/types.ts'),
      'const table: readonly TypeRow[] = [',
      "row('TRIAL', { rfc: 'RFC 9999', summary: 'A trial' }, preference, ['target', host, 'the host that is tried']),",
    );
    await isKnown(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
});

function insert(file: string, behind: string, text: string): void {
  const source = readFileSync(file, 'utf8');
  assert.ok(source.includes(behind), `${file} has no "${behind}"`);
  writeFileSync(
    file,
    source.replace(behind, () => `${behind}\n  ${text}`),
  );
}

async function isKnown(copy: string): Promise<void> {
  const load = <Module>(path: string): Promise<Module> => import(pathToFileURL(join(copy, path)).href);
  const { typeCode, typeName } = await load<typeof import('../../../src/dns/types.ts')>('src/dns/types.ts');
  const { explainTopic } = await load<typeof import('../../../src/features/completion/documentation.ts')>(
    'src/features/completion/documentation.ts',
  );
  const { completion } = await load<typeof import('../../../src/features/completion.ts')>('src/features/completion.ts');
  const { hover } = await load<typeof import('../../../src/features/hover.ts')>('src/features/hover.ts');
  const { spotIn } = await load<typeof import('../../report/place-of.ts')>('test/report/place-of.ts');
  const { zoneGrammar } = await load<typeof import('../../../syntaxes/grammar.ts')>('syntaxes/grammar.ts');
  assert.equal(typeCode('trial'), 65280);
  assert.equal(typeName(65280), 'TRIAL');

  const faulty = spotIn(';- example.com.zone\nwww 1h IN TRIAL ten mail\nftp 1h IN TRIAL 10 mail\n');
  const found = faulty.workbench.reporter.of(faulty.file);
  assert.deepEqual(
    found.map(({ rule, message }) => `${rule}: ${message}`),
    ['syntax-number: TRIAL preference must be a number from 0 to 65535, found "ten"'],
  );

  const head = spotIn(';- example.com.zone\nwww 1h <|>\n');
  const proposal = completion(head.ctx, head.file, head.position).items.find(({ label }) => label === 'TRIAL');
  assert.equal(proposal?.detail, 'A trial');
  const about = proposal?.topic && explainTopic(head.ctx, proposal.topic);
  assert.match(about ?? '', /^`TRIAL <preference> <target>`\n\nA trial \(RFC 9999\)\n\n- preference: /);

  const target = spotIn(';- example.com.zone\nmail 1h IN A 192.0.2.25\nwww 1h IN TRIAL 10 m<|>\n');
  assert.deepEqual(
    completion(target.ctx, target.file, target.position).items.map(({ label }) => label),
    ['mail'],
  );

  const type = spotIn(';- example.com.zone\nwww 1h IN T<|>RIAL 10 mail\n');
  assert.deepEqual(hover(type.ctx, type.file, type.position)?.paragraphs, [
    '`TRIAL <preference> <target>`',
    'A trial (RFC 9999)',
  ]);

  const grammar = JSON.stringify(zoneGrammar());
  assert.ok(/[:|]TRIAL[|)]/.test(grammar) && /[:|]65280[|)]/.test(grammar), 'the grammar does not know it');
}
