import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fixTitles } from '../../support/check.ts';

test('a provider made the name of a mail host', () => {
  check(`
;- example.com.zone
@     IN MX   10 mail
mail  IN A    192.0.2.25
;             ^^^^^^^^^^ (error ptr-generic: static-192-0-2-25.example.net looks generic: the name spells the whole address 192.0.2.25; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), others score it as spam)
;- 2.0.192.in-addr.arpa.zone
25    IN PTR  static-192-0-2-25.example.net.
;             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error ptr-generic: static-192-0-2-25.example.net looks generic: the name spells the whole address 192.0.2.25; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), others score it as spam
26    IN PTR  ip-192-0-2-26.example.net.
;             ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning ptr-generic: ip-192-0-2-26.example.net looks generic: the name spells the whole address 192.0.2.26
27    IN PTR  www.example.net.
`);
});

test('confirmed, and in private space', () => {
  check(`
;- example.com.zone
host-192-0-2-25 IN A 192.0.2.25
;                    ^^^^^^^^^^ (warning ptr-generic: host-192-0-2-25.example.com looks generic: the name spells the whole address 192.0.2.25)
ip-10-0-0-5 IN A 10.0.0.5
;                ^^^^^^^^ (information ptr-generic: ip-10-0-0-5.example.com looks generic: the name spells the whole address 10.0.0.5)
www   IN A    192.0.2.26
;- 2.0.192.in-addr.arpa.zone
25    IN PTR  host-192-0-2-25.example.com.
;             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning ptr-generic: host-192-0-2-25.example.com looks generic: the name spells the whole address 192.0.2.25
26    IN PTR  www.example.com.
;- 10.in-addr.arpa.zone
5.0.0 IN PTR  ip-10-0-0-5.example.com.
;             ^^^^^^^^^^^^^^^^^^^^^^^^ information ptr-generic: ip-10-0-0-5.example.com looks generic: the name spells the whole address 10.0.0.5
`);
});

test('IPv6, and beside another fault', () => {
  check(`
;- example.com.zone
www   IN A    192.0.2.99
;             ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.99 in 2.0.192.in-addr.arpa
;- 2.0.192.in-addr.arpa.zone
25    IN PTR  host-192-0-2-25.example.com.
;< (warning ptr-missing: No PTR record for 192.0.2.99 in 2.0.192.in-addr.arpa)
;             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning ptr-target-no-address: host-192-0-2-25.example.com does not exist in example.com, so it does not confirm 192.0.2.25
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
$ORIGIN 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.
5.2.0.0 IN PTR 2001-db8-0-0-0-0-0-25.example.net.
;              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning ptr-generic: 2001-db8-0-0-0-0-0-25.example.net looks generic: the name spells the whole address
`);
});

test('names that say they are static may be left out', () => {
  check(
    `
;- 2.0.192.in-addr.arpa.zone
25 3600 IN PTR 192-0-2-25.static.example.net.
26 3600 IN PTR 192-0-2-26.dyn.example.net.
;              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning ptr-generic: 192-0-2-26.dyn.example.net looks generic: the name spells the whole address 192.0.2.26
`,
    { settings: { genericNames: { static: false } } },
  );
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
@     3600 IN MX   10 mail
mail  3600 IN A    192.0.2.25
;                  ^^^^^^^^^^ (error ptr-generic: static-192-0-2-25.example.net looks generic: the name spells the whole address 192.0.2.25; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), others score it as spam)
;- 2.0.192.in-addr.arpa.zone secondary
25    3600 IN PTR  static-192-0-2-25.example.net.
;                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error ptr-generic: static-192-0-2-25.example.net looks generic: the name spells the whole address 192.0.2.25; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), others score it as spam
`);
  assert.deepEqual(fixTitles(workbench), [
    'Change the PTR of 192.0.2.25 from static-192-0-2-25.example.net. to mail.example.com. (refused: 2.0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change)',
  ]);
});

test('names of a zone without a domain that is held for a private network are meant', () => {
  check(`
;- localdomain.zone origin=localdomain
ns   60 IN A 10.0.0.1
;- 0.0.10.in-addr.arpa.zone
1    60 IN PTR ns.localdomain.
2    60 IN PTR ns.dynamic.
;              ^^^^^^^^^^^ information ptr-generic: ns.dynamic looks generic: the name ends in "dynamic", which is no domain
`);
});
