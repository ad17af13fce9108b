import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOutput } from '../../src/features/second-opinion/read-output.ts';
import { SecondOpinions } from '../../src/features/second-opinion/second-opinion.ts';
import { checkerTexts } from '../../src/features/second-opinion/texts.ts';
import { runChecker } from '../../src/ports/external-checkers.node.ts';
import { checkerNames } from '../../src/ports/external-checkers.ts';
import { Workbench } from '../support/workbench.ts';
import { FAULTS, HEAD } from './faults-of-people.ts';

/** What the real programs say of a fixture's example.net and is not found here: program, file, line, message. */
async function unsaidOf(fixture: string): Promise<readonly string[]> {
  const workbench = new Workbench(fixture, { wholeZones: true });
  const [root] = workbench.store.files.get('example.net.zone')?.instances ?? [];
  const texts = root && checkerTexts(root);
  if (!root || !texts) throw new Error('no texts');
  const opinions = new SecondOpinions(workbench.reporter, root, texts.files);
  const answers = await Promise.all(
    checkerNames.map(async (program) => {
      const job = { program, zone: 'example.net', files: texts.bytes, folders: [], patience: 60_000 };
      const answer = await runChecker({ ...job, onCancelled: () => {} });
      assert.equal(answer.kind, 'said', program);
      if (answer.kind !== 'said') return [];
      return opinions.unsaid(program, readOutput(program, answer.text, answer.isRefused));
    }),
  );
  return answers
    .flat()
    .map(({ program, path, range, message }) => `${program} ${path}:${range.start.line + 1}: ${message}`);
}

/** The one that is no fault for BIND: the same SOA record twice. */
const SAME_SOA = '@ IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h';

test('what is found here is not said again', async () => {
  const said: string[] = [];
  for (const fault of FAULTS)
    said.push(
      ...(await unsaidOf(`;- example.net.zone\n${[...HEAD, fault].join('\n')}\n`)).map((one) => `${fault}\n  ${one}`),
    );
  const soa = `${SAME_SOA}\n  nsd-checkzone example.net.zone:5: this SOA record was already encountered`;
  assert.deepEqual(said, [soa]);
});

test('what is not found here is said at its line, in included files too', async () => {
  // A type that BIND knows, and the others do not yet.
  const said = await unsaidOf(`;- example.net.zone
${HEAD.join('\n')}
$INCLUDE hosts.inc
;- hosts.inc fragment
www A 192.0.2.1
www DSYNC CDS NOTIFY 5359 scanner.example.net.
`);
  assert.deepEqual(
    said.map((one) => one.replace(/: .*/, '')),
    ['nsd-checkzone hosts.inc:2', 'kzonecheck hosts.inc:2'],
  );
});
