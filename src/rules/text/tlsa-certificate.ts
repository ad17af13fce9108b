import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { type Certificate, certificatesIn } from '../../dns/certificate.ts';
import type { NameId } from '../../dns/name-table.ts';
import { TYPE_TLSA } from '../../dns/type-codes.ts';
import { replaceToken } from '../../edits/rewrite.ts';
import { phrase } from '../../language/phrase.ts';
import { certificateHost } from '../../workspace/beside.ts';
import { fieldsAt, numberIn } from '../facts/mail-fields.ts';
import { shown } from '../facts/pairing.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** TLSA records of a host's own certificate (RFC 7671 section 5.1), none of which is of the certificate that the workspace has of it. */
export const tlsaCertificate = defineRule({
  id: 'tlsa-certificate',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TLSA],
  wants: ({ store }) => store.beside.hasTexts,
  summary: "TLSA record is not of the host's certificate in the workspace",
  check(name, records, ctx, report) {
    const { names } = ctx.store;
    const host = names.parent(names.parent(name));
    const held = host > 0 ? certificatesOf(host, ctx) : [];
    const all = held.length > 0 ? fieldsAt(records, TYPE_TLSA, ctx) : [];
    const [first] = all;
    // A record of an authority may stand for the certificate, too.
    if (!first || all.some(({ fields }) => !isOwn(numberIn(fields[0])))) return;
    const digests = all.map(({ fields }) => ({
      digest: fields
        .slice(3)
        .map(({ text }) => text)
        .join('')
        .toLowerCase(),
      ways: { selector: numberIn(fields[1]), matching: numberIn(fields[2]) },
    }));
    if (digests.some(({ ways }) => digestOf(held[0] as HeldCertificate, ways) === undefined)) return;
    if (held.some((one) => digests.some(({ digest, ways }) => digestOf(one, ways) === digest))) return;
    const [wanted] = held;
    const [way] = digests;
    const digest = wanted && way && digestOf(wanted, way.ways);
    if (!wanted || digest === undefined) return;
    report({
      at: first.record.at({ rdata: 3 }),
      message: phrase`The digest is not that of the certificate of ${shown(ctx, host)} in ${wanted.path.slice(wanted.path.lastIndexOf('/') + 1)}: who goes by TLSA refuses to connect`,
      ...(held.length === 1 && all.length === 1 ? { data: { digest } } : {}),
    });
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record } = subject;
    const digest = finding.data?.digest;
    const words = record?.rdata() ?? [];
    const [, , , word] = words;
    if (!record || !word || words.length > 4 || typeof digest !== 'string') return [];
    const title = phrase`Change the digest to that of the certificate, ${digest.slice(0, 8)}...`;
    return [subject.fix(title, [replaceToken(record, word, digest)], { preferred: true })];
  },
});

interface HeldCertificate extends Certificate {
  readonly path: string;
}

/** Whether a usage means the certificate of the host itself. */
function isOwn(usage: number): boolean {
  return usage === 1 || usage === 3;
}

/** The first certificate of each file of the host: those behind it are its issuers'. */
function certificatesOf(host: NameId, ctx: RuleContext): readonly HeldCertificate[] {
  const name = shown(ctx, host);
  return ctx.store.beside
    .texts((path) => certificateHost(path) === name)
    .flatMap(({ path, text }) => {
      const [certificate] = certificatesIn(text);
      return certificate ? [{ ...certificate, path }] : [];
    });
}

const DIGITS = new WeakMap<Uint8Array, Map<number, string>>();

/** The digits that a record of a certificate has; undefined for selectors and matching types that nobody knows. */
function digestOf(
  { whole, publicKey }: HeldCertificate,
  { selector, matching }: { readonly selector: number; readonly matching: number },
): string | undefined {
  if (selector < 0 || selector > 1 || matching < 0 || matching > 2) return undefined;
  const octets = selector === 0 ? whole : publicKey;
  const known = DIGITS.get(octets) ?? new Map<number, string>();
  DIGITS.set(octets, known);
  let digits = known.get(matching);
  if (digits === undefined) {
    const digest = matching === 0 ? octets : matching === 1 ? sha256(octets) : sha512(octets);
    digits = [...digest].map((octet) => octet.toString(16).padStart(2, '0')).join('');
    known.set(matching, digits);
  }
  return digits;
}
