// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are those of templates
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf as allFindingsOf, checkErrors, ourOutcome } from '../oracle/ours.ts';
import { zoneOf } from '../oracle/zones.ts';

/** That these zones have one name server only is no matter here. */
const findingsOf = (zone: Parameters<typeof allFindingsOf>[0]): string[] =>
  allFindingsOf(zone).filter((found) => !found.endsWith(' ns-single'));

const HEAD = '$TTL 1d\n@ SOA ns1 hostmaster 1 1d 2h 4w 1h\n@ NS ns1\nns1 A 192.0.2.1\n';

/** Templates of many programs; each is one finding, in the line with the first sign of it that can not be read. */
const TEMPLATES: readonly (readonly [name: string, text: string, line: number])[] = [
  [
    'Jinja',
    `${HEAD}{%- for host, ip in hosts.items() %}\n{{ "%-15s IN A %s"|format(host, ip) }}\n{%- endfor %}\nwww A 192.0.2.2\n`,
    5,
  ],
  ['Jinja without control', '$TTL {{ ttl }}\n@ SOA {{ a }} {{ b }} ( {{ serial }} 1h 1h 1h 1h )\n NS {{ ns }}.\n', 1],
  ['Jinja comment', `{# managed #}\n${HEAD}{{ records | join("x") }}\n`, 1],
  ['ERB', "<%- | String $name | -%>\n$TTL <%= $ttl %>\n@ SOA <%= $zone['ns'] %>. ( <%= $serial %>\n1 1 1 1 )\n", 1],
  ['Go', `${HEAD}{{range $k, $rr := .RRs}}{{$rr.Name}} {{$rr.Type}} {{$rr.Value}}\n{{end}}`, 5],
  ['Mako', `## zone\n${HEAD}% for alias, host in list:\n\${alias} CNAME \${host}\n\${a} A \${ip}\n%endfor\n`, 6],
  ['Terraform', `${HEAD}%{ for r in records ~}\n\${r.prefix} A \${r.ip}\n%{ endfor ~}\n`, 5],
  ['Smarty', '{$ttl}\n@ SOA {$ns}. {$mail}. ( {$serial} 1h 1h 1h 1h )\n{foreach $records as $r}\n{/foreach}\n', 1],
  [
    'm4',
    "define(`SERIAL', `1')dnl\n$TTL 1d\n@ SOA ns1 hostmaster ( SERIAL 1h 1h 1h 1h )\nifdef(`X', `www A x')dnl\n",
    1,
  ],
  ['@VAR@', HEAD.replace('192.0.2.1', '@ADDRESS@').replace(' 1 1d', ' @SERIAL@ 1d'), 2],
  ['%VAR%', HEAD.replace('192.0.2.1', '%ADDRESS%').replace(' 1 1d', ' %SERIAL% 1d'), 2],
  ['${VAR}', HEAD.replace('192.0.2.1', '${ADDRESS}').replace(' 1 1d', ' ${SERIAL} 1d'), 2],
  ['$VAR', HEAD.replace('192.0.2.1', '$ADDRESS').replace(' 1 1d', ' $SERIAL 1d'), 2],
  ['__VAR__', HEAD.replace('192.0.2.1', '__ADDRESS__').replace(' 1 1d', ' __SERIAL__ 1d'), 2],
  ['PHP', `${HEAD}<?php foreach ($hosts as $h): ?>\n<?= $h ?> A <?= $ip ?>\n<?php endforeach ?>\n`, 5],
  ['Template Toolkit', `$TTL [% ttl %]\n${HEAD}[% FOREACH n IN hosts %]\n[% n %] A [% ip %]\n[% END %]\n`, 1],
  ['Python', HEAD.replace('192.0.2.1', '%(address)s').replace(' 1 1d', ' %(serial)d 1d'), 2],
  ['Python, with braces', HEAD.replace('192.0.2.1', '{address}').replace(' 1 1d', ' {serial} 1d'), 2],
  ['HTML::Template', `$TTL 1d\n<TMPL_VAR ZONE>. SOA <TMPL_VAR NS>. x 1 1h 1h 1h 1h\n<TMPL_LOOP HOSTS>\nx A y\n`, 2],
  ['HTML::Template, quoted', HEAD.replace('192.0.2.1', '<tmpl_var name="a">').replace(' 1 1d', ' <tmpl_var b> 1d'), 2],
  ['<VAR>', HEAD.replace('192.0.2.1', '<ADDRESS>').replace(' 1 1d', ' <SERIAL> 1d'), 2],
  ['<in words>', HEAD.replace('192.0.2.1', '<your address>').replace(' 1 1d', ' <serial number> 1d'), 2],
  ['[VAR]', HEAD.replace('192.0.2.1', '[ADDRESS]').replace(' 1 1d', ' [SERIAL] 1d'), 2],
  ['[in words]', HEAD.replace('192.0.2.1', '[your-address]').replace(' 1 1d', ' [serial number] 1d'), 2],
  ['[VAR] as an owner', '$TTL 1d\n[ZONE]. SOA [NS1] x [SERIAL] 1h 1h 1h 1h\n[ZONE]. NS [NS1]\nwww.[ZONE]. A [IP]\n', 2],
  ['<in words of any script>', HEAD.replace('192.0.2.1', '<サーバー>').replace(' 1 1d', ' <シリアル> 1d'), 2],
  ['[[ var ]]', HEAD.replace('192.0.2.1', '[[ .Address ]]').replace(' 1 1d', ' [[ .Serial ]] 1d'), 2],
  ['#VAR#', HEAD.replace('192.0.2.1', '##ADDRESS##').replace(' 1 1d', ' #SERIAL# 1d'), 2],
  ['((var))', HEAD.replace('192.0.2.1', '((address))').replace(' 1 1d', ' ((serial)) 1d'), 2],
  ['$(VAR)', HEAD.replace('192.0.2.1', '$(ADDRESS)').replace(' 1 1d', ' $(SERIAL) 1d'), 2],
  ['__var__', HEAD.replace('192.0.2.1', '__address__').replace(' 1 1d', ' __serial__ 1d'), 2],
  ['printf', HEAD.replace('192.0.2.1', '%s').replace(' 1 1d', ' %d 1d'), 2],
  ['printf, counted', HEAD.replace('192.0.2.1', '%2$s').replace(' 1 1d', ' %1$u 1d'), 2],
  ['format, counted', HEAD.replace('192.0.2.1', '{1}').replace(' 1 1d', ' {0} 1d'), 2],
  ['Velocity', '$TTL 1d\n$zone.name. IN SOA $zone.ns. x 1 1h 1h 1h 1h\n$zone->name IN NS ns.$zone.name.\n', 2],
  ['$VAR$', HEAD.replace('192.0.2.1', '$ADDRESS$').replace(' 1 1d', ' $SERIAL$ 1d'), 2],
  ['|VAR|', HEAD.replace('192.0.2.1', '|ADDRESS|').replace(' 1 1d', ' |SERIAL| 1d'), 2],
  ['|VAR| with control', `${HEAD}|DOMAIN|. NS |NS1|.\n|*if DOMAIN!=HOSTNAME|\n|DOMAIN|. A |IP|\n|*endif|\n`, 5],
  ['<< var >>', HEAD.replace('192.0.2.1', '<< .Address >>').replace(' 1 1d', ' << timestamp "unix" >> 1d'), 2],
  ['a command', HEAD.replace('192.0.2.1', '`hostname -i`').replace(' 1 1d', ' `date +%s` 1d'), 2],
  ['PowerShell', '$TTL 1d\n$($zone.Name). SOA a b 1 1h 1h 1h 1h\n$($zone.Name). NS $($zone.Server).\n', 2],
  ['C', `#ifdef LAB\n#define SERIAL 7\n${HEAD.replace(' 1 1d', ' SERIAL 1d')}#endif\n#include <hosts.h>\n`, 1],
  ['Cheetah', `${HEAD}#for $h in $hosts\n$h.name A $h.ip\n#end for\n`, 5],
  ['an origin, in a file that servers read', `${HEAD}$ORIGIN {{domain}}.\nwww CNAME ns1\n`, 5],
  [
    'names below an origin that is not known',
    '$ORIGIN .\nlab.local SOA a b 1 1h 1h 1h 1h\n NS a\n$ORIGIN lab.local.\na A {{ ip }}\n',
    5,
  ],
  ['one placeholder', HEAD.replace('192.0.2.1', '{{ address }}'), 4],
];

for (const [name, text, line] of TEMPLATES) {
  test(`a template is one finding: ${name}`, () => {
    assert.deepEqual(findingsOf(zoneOf(text)), [`${line} syntax-template`]);
  });
}

test('what a template may make of a line is not called missing', () => {
  const text = `${HEAD}@ MX 10 mail\nmail A 192.0.2.2\n@ MX 20 backup\n{{ host }} A {{ address }}\n`;
  assert.deepEqual(findingsOf(zoneOf(text)), ['8 syntax-template']);
});

test('a record that only lies outside of its zone leaves no gap: the SOA is missing all the same', () => {
  assert.equal(ourOutcome(zoneOf('$TTL 1h\nx.example.net. TXT $x\n')).isAccepted, false);
});

test('words of a zone are no template', () => {
  const text = `${HEAD}x TXT "{{ a }}" "@VAR@" "%VAR%"\n@ TXT "v=spf1 exists:%{i}._spf.example.com -all"\n@ A 192.0.2.1\n`;
  assert.deepEqual(findingsOf(zoneOf(text)), []);
});

test('what stands in strings and comments makes no template of a line that something else is wrong with', () => {
  const strings = 'x.example.net. TXT "v=spf1 exists:%{i}._spf.%{d} -all"\nx TXT "{{ a }}" (';
  assert.deepEqual(findingsOf(zoneOf(`${HEAD}${strings}\n`)), ['5 out-of-zone', '6 syntax-parenthesis']);
  const comments = 'x MX ten ( ; was {{ preference }}\n mail )';
  assert.deepEqual(findingsOf(zoneOf(`${HEAD}${comments}\n`)), ['5 syntax-number']);
});

test('a label that a template fills in may be any number, and the rest of a name any name', () => {
  for (const name of ['@X@', '{{x}}', '%host%', '<x>', '{x}']) {
    const text = `${HEAD.replaceAll('ns1', 'ns.example.com.')
      .replace('hostmaster', 'hostmaster.example.com.')
      .replace(/.*192.*\n/, '')}${name} PTR www.${name}.\n`;
    assert.deepEqual(findingsOf({ ...zoneOf(text), origin: '2.0.192.in-addr.arpa' }), [], name);
  }
});

test('what servers read is no error, though it looks like a template', () => {
  const text = `${HEAD}www.@DOMAIN@. A 192.0.2.2\nmail.@DOMAIN@. A 192.0.2.3\n`;
  assert.deepEqual([findingsOf(zoneOf(text)), checkErrors(zoneOf(text))], [['5 syntax-template'], []]);
  assert.equal(checkErrors(zoneOf(`${text}x A @ADDRESS@\n`)).length, 1);
  assert.deepEqual(findingsOf(zoneOf(`${HEAD}~[]{}|.example.net. A 192.0.2.2\n`)), ['5 out-of-zone']);
});

test('a mistyped directive, macros of SPF and a page in HTML are no template', () => {
  assert.deepEqual(findingsOf(zoneOf(`${HEAD}$TLL 300\n`)), ['5 syntax-directive']);
  assert.deepEqual(findingsOf(zoneOf(`${HEAD}x.example.net. TXT exists:%{i}.example.com\n`)), ['5 out-of-zone']);
  assert.equal(
    findingsOf(zoneOf('<html>\n<body bgcolor="white">\n')).some((said) => said.includes('template')),
    false,
  );
});

test('a directive behind a blank is no sign of a template', () => {
  const text = `${HEAD} $TTL 1h\n $ORIGIN x\nb A 192.0.2\n`;
  assert.deepEqual(findingsOf(zoneOf(text)), ['5 syntax-directive', '6 syntax-directive', '7 syntax-ipv4']);
});

test('a file in UTF-16 is one finding', () => {
  const bytes = (text: string): string => Buffer.from(`\ufeff${text}`, 'utf16le').toString('latin1');
  assert.deepEqual(findingsOf(zoneOf(bytes(HEAD))), ['1 syntax-character']);
  assert.deepEqual(findingsOf(zoneOf(`\xff\xfe A 192.0.2.2\n${HEAD}`)).includes('1 syntax-character'), false);
});
