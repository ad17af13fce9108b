import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceOfText } from '../../../src/text/source.ts';
import { check } from '../../support/check.ts';
import { Workbench } from '../../support/workbench.ts';

test('what is found', () => {
  check(
    `
;- example.com.zone
a 60 IN A 192.0.2.1
b 60 IN A 10.0.0.1
;         ^^^^^^^^ information address-private: 10.0.0.1 is a private address: outside its network nobody reaches b.example.com there, and everybody can read of it
c 60 IN A 198.51.100.1
d 60 IN AAAA fd00::1
;            ^^^^^^^ information address-private: fd00::1 is a private address: outside its network nobody reaches d.example.com there, and everybody can read of it
e 60 IN A 100.64.0.1
;         ^^^^^^^^^^ information address-private: 100.64.0.1 is a private address: outside its network nobody reaches e.example.com there, and everybody can read of it
f 60 IN A 203.0.113.1
`,
    { rules: { 'address-private': 'information' } },
  );
});

test('what looks like it and is right', () => {
  check(
    `
;- example.com.zone
a 60 IN A 192.0.2.1
b 60 IN A 10.0.0.1
c 60 IN A 10.0.0.2
;- corp.internal.zone
a 60 IN A 192.0.2.1
b 60 IN A 10.0.0.1
;- example.net.zone
a 60 IN A 192.0.2.1
b 60 IN A 10.0.0.1
_ldap._tcp 60 IN SRV 0 0 389 a
`,
    { rules: { 'address-private': 'information' } },
  );
});

test('from the other file', () => {
  check(
    `
;- example.com.zone
$INCLUDE part
a 60 IN A 192.0.2.1
;- part fragment
b 60 IN A 192.168.0.1
;         ^^^^^^^^^^^ information address-private: 192.168.0.1 is a private address: outside its network nobody reaches b.example.com there, and everybody can read of it
`,
    { rules: { 'address-private': 'information' } },
  );
});

test('addresses of networks that take turns', () => {
  check(
    `
;- example.com.zone
a 60 IN A 192.0.2.1
b 60 IN A 172.16.0.1
;         ^^^^^^^^^^ information address-private: 172.16.0.1 is a private address: outside its network nobody reaches b.example.com there, and everybody can read of it
c 60 IN A 172.15.255.1
d 60 IN AAAA 2001:db8::1
e 60 IN A 172.16.0.2
;         ^^^^^^^^^^ information address-private: 172.16.0.2 is a private address: outside its network nobody reaches e.example.com there, and everybody can read of it
f 60 IN A 172.32.0.1
`,
    { rules: { 'address-private': 'information' } },
  );
});

test('a hundred that comments silence hide no other, as the comments come and go', () => {
  const note = ' ; zonewright-disable-line address-private';
  const rows = Array.from({ length: 101 }, (_, i) => `p${i} 60 IN A 10.0.0.${i}${i === 100 ? '' : note}`);
  const text = [';- example.com.zone', '$GENERATE 1-250 h$ 60 A 192.0.2.$', ...rows, ''].join('\n');
  const bench = new Workbench(text, { rules: { 'address-private': 'information' } });
  const told = (): string[] => bench.shown().map(({ message }) => message.replace(/ is a .*/, ''));
  assert.deepEqual(told(), ['10.0.0.100']);
  bench.store.setFile('example.com.zone', sourceOfText(bench.text('example.com.zone').replace(note, '')));
  bench.settle();
  assert.deepEqual(told(), ['10.0.0.0', '10.0.0.100']);
});
