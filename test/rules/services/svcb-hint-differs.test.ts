import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('another address, by either family', () => {
  check(`
;- example.com.zone
@   3600 IN HTTPS 1 www ipv4hint=192.0.2.9,192.0.2.10 ipv6hint=2001:db8::9
;                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning svcb-hint-differs: ipv4hint has 192.0.2.9, and www.example.com has 192.0.2.10: clients that take the hint go elsewhere
;                                                     ^^^^^^^^^^^^^^^^^^^^ warning svcb-hint-differs: ipv6hint has 2001:db8::9, and www.example.com has 2001:db8::10: clients that take the hint go elsewhere
www 3600 IN A 192.0.2.10
www 3600 IN AAAA 2001:db8::10
`);
});

test('at the host, in another zone', () => {
  check(`
;- example.com.zone
@   3600 IN HTTPS 1 www.example.net. ipv4hint="192.0.2.9"
;                                    ^^^^^^^^^ warning svcb-hint-differs: ipv4hint has 192.0.2.9, and www.example.net has 192.0.2.10: clients that take the hint go elsewhere
;- example.net.zone
www 3600 IN A 192.0.2.10
`);
});

test('all or some of the addresses, and a host that nobody holds', () => {
  check(`
;- example.com.zone
@   3600 IN HTTPS 1 www ipv4hint=192.0.2.10 ipv6hint=2001:DB8:0::10
www 3600 IN A 192.0.2.10
www 3600 IN A 192.0.2.11
www 3600 IN AAAA 2001:db8::10
a   3600 IN HTTPS 1 www.example.net. ipv4hint=192.0.2.9
`);
});

test('the addresses of the host', () => {
  checkFix(
    `
;- example.com.zone
@   3600 IN HTTPS 1 www ipv4hint=192.0.2.9 alpn=h2
;                       ^^^^^^^^^^^^^^^^^^ warning svcb-hint-differs: ipv4hint has 192.0.2.9, and www.example.com has 192.0.2.10, 192.0.2.11: clients that take the hint go elsewhere
www 3600 IN A 192.0.2.10
www 3600 IN A 192.0.2.11
`,
    'Change it to ipv4hint=192.0.2.10,192.0.2.11',
    `
;- example.com.zone
@   3600 IN HTTPS 1 www ipv4hint=192.0.2.10,192.0.2.11 alpn=h2
www 3600 IN A 192.0.2.10
www 3600 IN A 192.0.2.11
`,
  );
});

test('refused where the zone comes from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
@   3600 IN HTTPS 1 www ipv4hint=192.0.2.9
;                       ^^^^^^^^^^^^^^^^^^ warning svcb-hint-differs: ipv4hint has 192.0.2.9, and www.example.com has 192.0.2.10: clients that take the hint go elsewhere
www 3600 IN A 192.0.2.10
`);
  assert.deepEqual(fixTitles(workbench, 'svcb-hint-differs'), [
    'Change it to ipv4hint=192.0.2.10 (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});
