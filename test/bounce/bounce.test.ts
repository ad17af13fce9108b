import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Rejection, readRejections } from '../../src/bounce/bounce.ts';
import { blindCases } from './blind-cases.ts';
import { cases, type Expected } from './cases.ts';
import { claimCases } from './claim-cases.ts';
import { frameCases } from './frame-cases.ts';
import { mixedCases } from './mixed-cases.ts';
import { pasteCases } from './paste-cases.ts';
import { plainCases } from './plain-cases.ts';
import { programCases } from './program-cases.ts';
import { refusalCases } from './refusal-cases.ts';
import { replyCases } from './reply-cases.ts';
import { shapeCases } from './shape-cases.ts';
import { threadCases } from './thread-cases.ts';
import { unseenCases } from './unseen-cases.ts';
import { worldCases } from './world-cases.ts';

interface Recorded {
  readonly id: string;
  readonly text: string;
  readonly expect: Readonly<Record<string, unknown>>;
}

const recorded = JSON.parse(
  readFileSync(new URL('../fixtures/bounces/bounces.json', import.meta.url), 'utf8'),
) as readonly Recorded[];

const FIELDS: readonly (readonly [string, keyof Rejection])[] = [
  ['about', 'about'],
  ['reason', 'reason'],
  ['address', 'address'],
  ['receiver_address', 'receiverAddress'],
  ['receiver_host', 'receiverHost'],
  ['name', 'name'],
  ['helo', 'helo'],
  ['ptr', 'ptr'],
  ['receiver', 'receiver'],
  ['code', 'code'],
  ['enhanced', 'enhanced'],
  ['temporary', 'temporary'],
];

for (const { id, text, expect } of recorded) test(`recorded: ${id}`, () => agrees(readRejections(text), expect));

/** How programs and people change a text on its way into a paste. */
const WAYS: Readonly<Record<string, (text: string) => string>> = {
  'as it is quoted': (text) => eachLine(text, (line) => `> ${line}`),
  'as it is quoted again': (text) => eachLine(text, (line) => `>> ${line}`),
  'with the line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'folded at blanks': (text) => eachLine(text, folded),
  'as a value of JSON': (text) => JSON.stringify({ message: text }),
  'as HTML': (text) => `<html><body><pre>${escaped(text).replaceAll('\n', '<br>\n')}</pre></body></html>`,
  'in a letter': (text) => `Hallo zusammen,\n\nder PTR ist gesetzt, trotzdem:\n\n${text}\n\nWas tun?\nMax\n`,
  'as code of Markdown': (text) => `\`\`\`\n${text}\n\`\`\`\n`,
  indented: (text) => eachLine(text, (line) => `    ${line}`),
  'with line numbers': (text) =>
    `${text}\n\n\n`
      .split('\n')
      .map((line, i) => `${i + 1}. ${line}`)
      .join('\n'),
};

for (const [way, change] of Object.entries(WAYS)) {
  test(`recorded, ${way}`, () => {
    for (const { id, text, expect } of recorded) {
      try {
        agrees(readRejections(change(text)), expect);
      } catch (error) {
        throw new Error(`${id}: ${error instanceof Error ? error.message : String(error)}\n${change(text)}`);
      }
    }
  });
}

function eachLine(text: string, change: (line: string) => string): string {
  return text.split('\n').map(change).join('\n');
}

function folded(line: string): string {
  let result = '';
  let width = 0;
  for (const word of line.split(/(?<= )/)) {
    if (width > 0 && width + word.length > 60) {
      result = `${result.trimEnd()}\n    `;
      width = 4;
    }
    result += word;
    width += word.length;
  }
  return result;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** One rejection, with all fields as expected, or as they may be too. */
function agrees(rejections: readonly Rejection[], expect: Recorded['expect']): void {
  const [rejection] = rejections;
  assert.ok(rejection, 'a rejection is found');
  assert.equal(rejections.length, 1, 'it is told once');
  for (const [key, field] of FIELDS) {
    if (key === 'temporary' && expect.temporary_any_ok === true) continue;
    const also = (expect[`${key}_also_ok`] as readonly unknown[] | undefined) ?? [];
    // Another claim that is accepted has no reason, or one of its own.
    if (key === 'reason' && rejection.about !== expect.about) continue;
    const wanted = [expect[key] ?? null, ...also];
    assert.ok(wanted.includes(rejection[field]), `${key}: ${rejection[field]} is none of ${wanted.join(', ')}`);
  }
}

for (const [id, text, expected] of [
  ...cases,
  ...programCases,
  ...frameCases,
  ...replyCases,
  ...refusalCases,
  ...plainCases,
  ...claimCases,
  ...mixedCases,
  ...pasteCases,
  ...shapeCases,
  ...worldCases,
  ...blindCases,
  ...threadCases,
  ...unseenCases,
]) {
  test(`of our own: ${id}`, () => {
    const rejections = readRejections(text);
    assert.equal(rejections.length, 1, `it is told once: ${JSON.stringify(rejections)}`);
    assert.deepEqual(seen(rejections[0]), whole(expected));
  });
}

const BOUNCE = `Return-Path: <>
Received: from out.example.com (out.example.com [203.0.113.5]) by mail.example.com with ESMTP id 450
From: MAILER-DAEMON@out.example.com
Subject: Undelivered Mail Returned to Sender

This is the mail system at host out.example.com.

<a@example.net>: host mx.example.net[198.51.100.1] said: 550 5.7.1 no PTR for
    203.0.113.5 (in reply to RCPT TO command)

<b@example.org>: host mx.example.org[198.51.100.2] said: 450 4.7.25 Client host
    rejected: cannot find your hostname, [203.0.113.5] (in reply to RCPT TO command)

Reporting-MTA: dns; out.example.com

Final-Recipient: rfc822; a@example.net
Action: failed
Status: 5.7.1
Remote-MTA: dns; mx.example.net
Diagnostic-Code: smtp; 550 5.7.1 no PTR for 203.0.113.5

Final-Recipient: rfc822; b@example.org
Action: delayed
Status: 4.7.25
Remote-MTA: dns; mx.example.org
Diagnostic-Code: smtp; 450 4.7.25 Client host rejected: cannot find your hostname,
    [203.0.113.5]

Content-Type: text/rfc822-headers

Return-Path: <x@example.com>
Received: from pc.example.com (unknown [10.0.0.9]) by out.example.com (Postfix) with ESMTPSA id 1
Received: from a (no.rdns.example [192.0.2.66] (may be forged)) by pc.example.com
Subject: 550 reverse DNS
`;

test('a whole bounce tells of each recipient once', () => {
  const told = readRejections(BOUNCE).map(
    ({ about, address, receiver, receiverAddress, code }) =>
      `${about} ${address} ${receiver} ${receiverAddress} ${code}`,
  );
  assert.deepEqual(told, [
    'ptr-missing 203.0.113.5 example.net 198.51.100.1 550',
    'ptr-unspecified 203.0.113.5 example.org 198.51.100.2 450',
  ]);
});

test('a log tells of each refusal once, those about reverse DNS first', () => {
  const line = (host: string, reply: string): string =>
    `Mar  3 09:14:02 mx1 postfix/smtp[1]: A: host ${host} said: ${reply} (in reply to RCPT TO command)\n`;
  const told = readRejections(
    line('mx.example.org[198.51.100.2]', '550 5.1.1 User unknown') +
      line('mx.example.org[198.51.100.2]', '554 5.7.1 blocked using zen.spamhaus.org') +
      line('mx.example.net[198.51.100.1]', '550 5.7.1 no PTR for 203.0.113.5') +
      line('mx.example.net[198.51.100.1]', '550 5.7.1 no PTR for 203.0.113.5') +
      line('mx.example.net[198.51.100.1]', '550 5.7.1 no PTR for 203.0.113.6'),
  ).map(({ about, reason, address }) => `${about} ${reason} ${address}`);
  assert.deepEqual(told, [
    'ptr-missing null 203.0.113.5',
    'ptr-missing null 203.0.113.6',
    'not-reverse-dns blocklist null',
    'not-reverse-dns other null',
  ]);
});

function seen(rejection: Rejection | undefined): unknown {
  if (!rejection) return undefined;
  const { about, reason, address, receiverAddress, name, receiver, code, enhanced, temporary } = rejection;
  return { about, reason, address, receiverAddress, name, receiver, code, enhanced, temporary };
}

function whole(expected: Expected): unknown {
  const { about, reason, address, receiverAddress, name, receiver, code, enhanced, temporary } = expected;
  return {
    about,
    reason: reason ?? null,
    address: address ?? null,
    receiverAddress: receiverAddress ?? null,
    name: name ?? null,
    receiver: receiver ?? null,
    code: code ?? null,
    enhanced: enhanced ?? null,
    temporary: temporary ?? code?.startsWith('4') ?? false,
  };
}
