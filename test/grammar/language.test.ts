import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };

const configuration = JSON.parse(readFileSync(new URL('../../language-configuration.json', import.meta.url), 'utf8'));
const [language] = manifest.contributes.languages;
assert.ok(language?.firstLine);
const { firstLine: FIRST_LINE } = language;

test('the first line tells a zone file', () => {
  const firstLine = new RegExp(FIRST_LINE);
  for (const line of [
    '$TTL 86400',
    '$ttl\t1h ; default',
    '$ORIGIN example.com.',
    '$ORIGIN .',
    '$INCLUDE "hosts.zone"',
    '$GENERATE 1-10 $ PTR host-$',
    '@ IN SOA ns1 hostmaster (',
    'example.com. 3600 in soa ns1.example.com. hostmaster.example.com. (',
    'example.com.\tSOA ns1 hostmaster 1 1d 2h 4w 1h',
    '@ 1h30m IN SOA ns1 hostmaster (',
    '@ IN 3600 SOA ns1 hostmaster (',
    '@ IN SOA (',
    '@ IN SOA ns1 ( ; serial',
    '@ IN SOA ns1 hostmaster(2024010101',
    '; -*- mode: zone -*-',
    '; -*- dns-zone -*-',
    '; vim: ts=8 ft=bindzone',
  ])
    assert.match(line, firstLine);
  for (const line of [
    '',
    '; a comment',
    '; -*- mode: lisp -*-',
    '; last generated: in a zone far away',
    '$TTL = 60;',
    '$ORIGIN = "example.com"',
    '<?php $ORIGIN example.com.',
    ' SOA ns1',
    'All about the SOA record',
    'The SOA record (and what it means)',
    'The SOA (start of authority)',
    'options { directory "/var/cache/bind"; };',
    '<meta name="SOA " content="x">',
  ])
    assert.doesNotMatch(line, firstLine);
});

test('a first line of any length is told at once', () => {
  const firstLine = new RegExp(FIRST_LINE);
  const told = [];
  for (const part of [
    '1',
    '1h',
    '1 ',
    'a',
    'a ',
    ' ',
    '\t',
    '(',
    '; ',
    'IN ',
    '-*- ',
    ';-*-',
    '@ 1h ',
    '$TTL ',
    'vim: ',
  ])
    for (const start of ['', '@ ', '@ SOA ', '@ SOA a (', '$TTL ', ';', '; -*-', '; vim:']) {
      if (firstLine.test(`${start}${part.repeat(100_000)}!`)) told.push(`${start}${part}`);
    }
  assert.deepEqual(told, [
    '@ SOA a (1',
    '$TTL 1',
    '@ SOA a (1h',
    '$TTL 1h',
    '@ SOA 1 ',
    '@ SOA a (1 ',
    '$TTL 1 ',
    '@ SOA a (; ',
    '@ SOA a (;-*-',
  ]);
});

test('a word is a whole name', () => {
  const word = new RegExp(configuration.wordPattern, 'g');
  assert.deepEqual('_sip._tcp.a-b\\ c.example.com. IN MX (10 "x y");z'.match(word), [
    '_sip._tcp.a-b\\ c.example.com.',
    'IN',
    'MX',
    '10',
    'x',
    'y',
    'z',
  ]);
  assert.doesNotMatch('', new RegExp(configuration.wordPattern));
});

test('what Enter does', () => {
  const indent = (before: string, after = ''): string | undefined =>
    configuration.onEnterRules.find(
      (rule: { beforeText: string; afterText?: string }) =>
        new RegExp(rule.beforeText).test(before) && (!rule.afterText || new RegExp(rule.afterText).test(after)),
    )?.action.indent;
  assert.equal(indent('@ IN SOA ns1 hostmaster ('), 'indent');
  assert.equal(indent('@ IN SOA ns1 hostmaster ( ; numbers'), 'indent');
  assert.equal(indent('@ IN SOA ns1 hostmaster ( 2024010101'), 'indent');
  assert.equal(indent('@ IN SOA ns1 hostmaster (', ')'), 'indentOutdent');
  assert.equal(indent('\t\t3600 ) ; negative answers'), 'outdent');
  assert.equal(indent('www A 192.0.2.1'), undefined);
  assert.equal(indent('\tAAAA 2001:db8::1 ; (a note)'), undefined);
  assert.equal(indent('; one', 'two'), 'none');
  assert.equal(indent('; one'), undefined);
});
