import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkerTexts } from '../../../src/features/second-opinion/texts.ts';
import { Workbench } from '../../support/workbench.ts';

function textsOf(fixture: string): Record<string, string> | undefined {
  const workbench = new Workbench(fixture);
  const [root] = workbench.store.files.get('example.com.zone')?.instances ?? [];
  const texts = root && checkerTexts(root);
  return (
    texts &&
    Object.fromEntries([...texts.bytes].map(([name, bytes]) => [name, new TextDecoder('latin1').decode(bytes)]))
  );
}

test('includes lead to the texts beside, line by line, and those that are not here to nothing', () => {
  const made = textsOf(`
;- example.com.zone
$TTL 1h
$INCLUDE hosts.inc ; the hosts
$INCLUDE "sub/more.inc" sub.example.com.
$include hosts.inc other
$INCLUDE /etc/shadow
;- hosts.inc fragment
www A 192.0.2.1
$INCLUDE deep.inc
;- sub/more.inc fragment
mail A 192.0.2.2
;- deep.inc fragment
deep TXT "x"
`);
  assert.deepEqual(made, {
    z0: '$TTL 1h\n$INCLUDE z1 ; the hosts\n$INCLUDE z2 sub.example.com.\n$include z1 other\n$INCLUDE missing\n',
    z1: 'www A 192.0.2.1\n$INCLUDE z3\n',
    z2: 'mail A 192.0.2.2\n',
    z3: 'deep TXT "x"\n',
  });
});

test('where a program may read an $INCLUDE that is none here, no text is made', () => {
  assert.equal(textsOf(';- example.com.zone\n$TTL 1h\nx TXT ( a\n$INCLUDE /etc/shadow\n)\n'), undefined);
});
