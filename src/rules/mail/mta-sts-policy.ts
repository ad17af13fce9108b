import type { NameId } from '../../dns/name-table.ts';
import { TYPE_MX, TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { policyHosts } from '../../mail/mta-sts-file.ts';
import { isPolicy, parseMtaSts } from '../../mail/policies.ts';
import { tagNamed } from '../../mail/tags.ts';
import { isPolicyPath } from '../../workspace/beside.ts';
import { isNullMx } from '../facts/mail-domain.ts';
import { ask } from '../facts/mail-names.ts';
import { listed } from '../facts/mail-note.ts';
import { beginsWith } from '../facts/mail-owners.ts';
import { stretchAt, textOf, textsAt } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { Subject } from '../fixes/subject.ts';
import { replaceInText } from '../fixes/text-fixes.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A policy of MTA-STS in the workspace that leaves out a mail server of its domain (RFC 8461 section 4.1): senders deliver nothing to it. */
export const mtaStsPolicy = defineRule({
  id: 'mta-sts-policy',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TXT],
  summary: 'Policy file of MTA-STS leaves out a mail server of the domain',
  passesSoundTexts: true,
  wants: ({ store: { names } }, name) => beginsWith(names, name, ['_mta-sts']),
  check(name, records, ctx, report) {
    const [text] = textsAt(records, ctx).filter(({ joined }) => isPolicy(joined.text, 'STSv1'));
    const domain = ctx.store.names.parent(name);
    const policy = text && domain > 0 ? policyOf(domain, ctx) : undefined;
    const mx = policy && ask(domain, TYPE_MX, ctx);
    if (!text || !policy || mx?.kind !== 'records') return;
    const missing = mx.records.filter((record) => !isNullMx(record) && !policy.fits(shown(ctx, record.data)));
    if (missing.length === 0) return;
    const id = tagNamed(parseMtaSts(text.joined.text).list, 'id');
    const [from, to] = id ? [id.start, id.end] : [0, text.joined.text.length];
    report({
      at: stretchAt(text, from, to),
      message: phrase`${policy.name} does not name ${listed(missing, ({ data }) => shown(ctx, data))}, which takes mail for ${shown(ctx, domain)}: senders that know the policy deliver nothing there. Add it to the policy, and change the id here`,
      related: missing.slice(0, 3).map((record) => ({ at: record.at('target'), message: phrase`The mail server` })),
    });
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record } = subject;
    const text = record && textOf(record);
    const id = text && tagNamed(parseMtaSts(text.joined.text).list, 'id');
    if (!text || !id) return [];
    const next = new Date(ctx.settings.now * 1000).toISOString().replace(/\D/g, '').slice(0, 14);
    const changes = replaceInText(text, { start: id.valueStart, end: id.end, text: next });
    return [subject.fix(phrase`Change the id to "${next}", which has senders fetch the policy again`, changes)];
  },
});

/** The policy of a domain: the file in a folder that is named after it, or the only one of the workspace, in no such folder. */
function policyOf(domain: NameId, ctx: RuleContext) {
  const all = ctx.store.beside.texts(isPolicyPath);
  const name = shown(ctx, domain);
  const isOf = (path: string): boolean =>
    path
      .toLowerCase()
      .split('/')
      .some((part) => part === name || part === `mta-sts.${name}`);
  const isOfSome = (path: string): boolean =>
    path
      .split('/')
      .slice(0, -1)
      .some((part) => /^[^.].*\..*[a-z]$/i.test(part));
  const [found, other] = all.filter(({ path }) => isOf(path));
  const only = !found && all.length === 1 && all[0] && !isOfSome(all[0].path) ? all[0] : undefined;
  const file = other ? undefined : (found ?? only);
  const hosts = file && policyHosts(file.text);
  return file && hosts ? { name: file.path.slice(file.path.lastIndexOf('/') + 1), fits: hosts } : undefined;
}
