import { TYPE_A, TYPE_AAAA, TYPE_NS } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { faultyServers, hasUnsureServer, serverInWords } from '../facts/server-state.ts';
import { insertGlue } from '../fixes/glue-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/** A delegation to a server below it without an address in the zone (RFC 1034 section 4.2.1, RFC 9471 section 3.1). */
export const glueMissing = defineRule({
  id: 'glue-missing',
  scope: 'name',
  severity: 'error',
  types: [TYPE_NS],
  passesPlainDelegations: true,
  wants: hasUnsureServer,
  summary: 'Delegation to a server below it has no address record for that server',
  check(_, records, ctx, report) {
    for (const { server, fault } of faultyServers(records, ctx)) {
      if (fault.kind !== 'glue' || ctx.isClaimed(server.id)) continue;
      report({
        at: server.at('target'),
        message: phrase`${serverInWords(server, ctx)}, whose address only that server itself could tell: without an A or AAAA record for it here (glue) nobody finds it`,
        claims: [server],
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record } = subject;
    if (!record?.zone) return [];
    const answers = [TYPE_A, TYPE_AAAA].map((type) => ctx.held.lookup(record.data, type));
    const hosts = answers.flatMap((answer) =>
      answer.kind === 'records' && answer.aliases.length === 0 ? answer.records : [],
    );
    return insertGlue(subject, { zone: record.zone, owner: record.data, hosts });
  },
});
