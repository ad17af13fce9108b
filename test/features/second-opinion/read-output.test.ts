import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CheckerMessage, readOutput } from '../../../src/features/second-opinion/read-output.ts';
import { rulesSaying } from '../../../src/features/second-opinion/same-message.ts';

const texts = (messages: readonly CheckerMessage[]): readonly string[] =>
  messages.map(({ severity, at, owner, message }) => {
    const place = at ? `${at.name}:${at.line}` : owner ? `${owner.name} ${owner.type ?? ''}`.trim() : 'zone';
    return `${severity} ${place}: ${message}`;
  });

test('named-checkzone', () => {
  const refused = `z0:7: TTL set to prior TTL (3600)
dns_rdata_fromtext: z1:1: near '192.0.2.300': bad dotted quad
zone example.com/IN: example.com/MX 'alias.example.com' is a CNAME (illegal)
zone example.com/IN: has no NS records
zone example.com/IN: loading from master file z0 failed: bad dotted quad
zone example.com/IN: not loaded due to errors.
`;
  assert.deepEqual(texts(readOutput('named-checkzone', refused, true)), [
    'warning z0:7: TTL set to prior TTL (3600)',
    "error z1:1: near '192.0.2.300': bad dotted quad",
    "error example.com MX: example.com/MX 'alias.example.com' is a CNAME (illegal)",
    'error zone: has no NS records',
  ]);
  const fine = 'zone example.com/IN: loaded serial 1 (DNSSEC signed)\nOK\n';
  assert.deepEqual(readOutput('named-checkzone', fine, false), []);
  const short = 'zone example.com/IN: loading from master file z0 failed: out of memory\n';
  assert.deepEqual(texts(readOutput('named-checkzone', short, true)), [
    'error zone: loading from master file z0 failed: out of memory',
  ]);
});

test('nsd-checkzone', () => {
  const refused = `[2026-11-30 08:07:07.267] nsd-checkzone[29590]: warning: z0:7: www.example.com. TTL 300 does not match TTL 3600 of A RRset
[2026-11-30 08:07:07.268] nsd-checkzone[29590]: error: z0:10: Invalid OWNER in RR
zone example.com file z0 has 1 errors
`;
  assert.deepEqual(texts(readOutput('nsd-checkzone', refused, true)), [
    'warning z0:7: www.example.com. TTL 300 does not match TTL 3600 of A RRset',
    'error z0:10: Invalid OWNER in RR',
  ]);
  assert.deepEqual(readOutput('nsd-checkzone', 'zone example.com is ok\n', false), []);
});

test('kzonecheck', () => {
  const read = `error: [example.com.] zone loader, error in zone, file '/tmp/x/z1', line 1 (invalid IPv4 address)
error: [example.com.] zone loader, fatal error in zone, file 'z0', line 6 (include file processing error)
error: [example.com.] zone loader, failed to load zone, file 'z0', 2 errors
error: failed to run semantic checks
`;
  assert.deepEqual(texts(readOutput('kzonecheck', read, true)), ['error z1:1: invalid IPv4 address']);
  const meant = `notice: [example.com.] zone loader, TTL mismatch, owner www.example.com., type A, TTL set to 300
[example.com.] missing glue record

Error summary:
   1\tmissing glue record

error: serious semantic error detected
`;
  assert.deepEqual(texts(readOutput('kzonecheck', meant, true)), [
    'warning www.example.com. A: TTL mismatch, owner www.example.com., type A, TTL set to 300',
    'error example.com.: missing glue record',
  ]);
  assert.deepEqual(readOutput('kzonecheck', 'No semantic error found\n', false), []);
});

test('the rules that say the same, by the table of docs/checkers.md', () => {
  const rules = (program: Parameters<typeof rulesSaying>[0], message: string) => [...rulesSaying(program, message)];
  assert.deepEqual(rules('named-checkzone', 'TTL set to prior TTL (3600)'), ['ttl-differs']);
  assert.deepEqual(rules('named-checkzone', "near '192.0.2.300': bad dotted quad"), ['syntax-generate', 'syntax-ipv4']);
  assert.deepEqual(rules('named-checkzone', "example.com/MX 'a.example.com' is a CNAME (illegal)"), ['mx-cname']);
  assert.ok(
    rules('named-checkzone', "NS 'ns1.example.com' has no address records (A or AAAA)").includes('ns-no-address'),
  );
  assert.deepEqual(rules('nsd-checkzone', 'CNAME and other data at the same name'), ['cname-other-data']);
  assert.deepEqual(rules('kzonecheck', 'another record exists beside CNAME'), ['cname-other-data']);
  assert.deepEqual(rules('kzonecheck', 'something that nobody has heard of'), []);
});
