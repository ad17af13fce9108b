import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what is found', () => {
  check(
    `
;- example.com.zone
www  604801 IN A 192.0.2.1
;    ^^^^^^ information ttl-high: www.example.com has the TTL 604801, over a week, and 1 more: who has asked before sees a change that much later
ftp  30d    IN A 192.0.2.2
`,
    { rules: { 'ttl-high': 'information' } },
  );
});

test('what looks like it and is right', () => {
  check(
    `
;- example.com.zone
www  604800 IN A 192.0.2.1
;- root.zone origin=.
com  30d    IN NS a.example.net.
`,
    { rules: { 'ttl-high': 'information' } },
  );
});

test('from the other file', () => {
  check(
    `
;- example.com.zone
$TTL 8d
$INCLUDE part
;- part fragment
www  IN A 192.0.2.1
;<------------------- information ttl-high: www.example.com has the TTL 691200, over a week: who has asked before sees a change that much later
`,
    { rules: { 'ttl-high': 'information' } },
  );
});

test('over what named.conf allows, of all zones or of one', () => {
  for (const [statement, mark] of [
    [
      '',
      ';    ^^ error ttl-high: www.example.com has the TTL 7200, over 3600, and 1 more: BIND loads no zone with more than its max-zone-ttl\n',
    ],
    ['max-zone-ttl 1d; ', ''],
    ['max-zone-ttl unlimited; ', ''],
  ])
    check(
      `
;- named.conf
options { max-zone-ttl 1h; };
zone "example.com" { type primary; file "a.zone"; ${statement}};
;- a.zone
www  2h IN A 192.0.2.1
${mark}ftp  2h IN A 192.0.2.2
ns   1h IN A 192.0.2.3
`,
    );
});
