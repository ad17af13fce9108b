import { readBind } from './bind.ts';
import type { Configuration, Dialect, ReadingContext } from './configuration.ts';
import { readCorefile } from './coredns.ts';
import { isBackupName } from './ignore.ts';
import { readKnot } from './knot.ts';
import { readNsd } from './nsd.ts';
import { endingOf, lastSegment } from './path-index.ts';

/**
 * Reads one configuration file. What a file is included in changes what it means: that is the context. A template, which
 * something else makes the configuration of, has no faults: what stands in it is not what the server reads.
 */
export function readConfiguration(dialect: Dialect, text: string, context: ReadingContext = {}): Configuration {
  const steps = readingSteps(dialect, text, context);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps: each `yield` is a place to stop. */
export function* readingSteps(dialect: Dialect, text: string, context: ReadingContext): Generator<void, Configuration> {
  const configuration = dialect === 'bind' ? yield* readBind(text, context) : read(dialect, text, context);
  return configuration.faults.length > 0 && TEMPLATE.test(text) ? { ...configuration, faults: [] } : configuration;
}

/** Jinja, Go and ERB templates, and `@NAME@` as Autoconf fills it in. */
const TEMPLATE = /\{\{|\{%[^%}]|<%|@[A-Z][A-Z0-9_]{1,40}@/;

function read(dialect: Exclude<Dialect, 'bind'>, text: string, context: ReadingContext): Configuration {
  switch (dialect) {
    case 'nsd':
      return readNsd(text, context);
    case 'knot':
      return readKnot(text);
    case 'coredns':
      return readCorefile(text, context);
  }
}

/** True for names that a server's configuration may have: whose first lines are worth a look. */
export function mayBeConfiguration(path: string): boolean {
  const name = lastSegment(path);
  return dialectOfName(name) !== undefined || (isCandidate(name) && !isBackupName(path));
}

/**
 * The server whose configuration a file is, by its name, else by the statements at its beginning. `textHead` is the
 * first part of the text (some thousand characters serve). Undefined for zone files and everything else.
 */
export function configurationDialect(path: string, textHead: string): Dialect | undefined {
  if (isBackupName(path)) return undefined;
  const name = lastSegment(path);
  const named = dialectOfName(name);
  if (named !== undefined) return named;
  return isCandidate(name) ? dialectOfText(textHead) : undefined;
}

/**
 * The same for a file that is known to be a configuration, whatever it is named: a setting, an argument or another
 * configuration says so.
 */
export function dialectOfConfiguration(path: string, textHead: string): Dialect | undefined {
  const dialect = dialectOfName(lastSegment(path)) ?? dialectOfText(textHead);
  if (dialect !== undefined) return dialect;
  return !DHCP.test(textHead) && /^[ \t]*(options[ \t\r\n]*\{|include[ \t]+")/m.test(textHead) ? 'bind' : undefined;
}

function isCandidate(name: string): boolean {
  const lower = name.toLowerCase();
  return (
    CANDIDATE_ENDINGS.has(endingOf(lower)) ||
    lower.startsWith('named.') ||
    lower.startsWith('zones.') ||
    lower.includes('.conf.')
  );
}

const CANDIDATE_ENDINGS: ReadonlySet<string> = new Set(['conf', 'cfg', 'zones', 'include', 'inc']);

/** `named.conf.d` and `named.conf.5` are no configurations; the first is a folder, the second a manual page. */
function dialectOfName(name: string): Dialect | undefined {
  if (!/^(named|zones\.|nsd|knot|corefile)|\.corefile$/i.test(name) || SOURCE.test(name)) return undefined;
  if (/^named[\w-]*\.conf(\.(?!d$|\d)[\w.-]+)?$/i.test(name)) return 'bind';
  if (/^(named\.rfc\d+\.zones|zones\.rfc\d+)$/i.test(name)) return 'bind';
  if (/^nsd[\w-]*\.conf$/i.test(name)) return 'nsd';
  if (/^knot[\w-]*\.conf$/i.test(name)) return 'knot';
  if (/^corefile([.-][\w.-]+)?$|\.corefile$/i.test(name)) return 'coredns';
  return undefined;
}

/** Programs and pages about a configuration, as `corefile.go` and `named.conf.md`, are none. */
const SOURCE = /\.([jt]sx?|go|py|rs|md|html?|json|ya?ml)$/i;

/** Statements of ISC's DHCP server, whose `zone x { ... }` says where its updates go. */
const DHCP =
  /^[ \t]*(subnet6?[ \t]|ddns-|(default|max|min)-lease-time[ \t]|range6?[ \t]+[\w.:-]+|shared-network[ \t]|option[ \t]+(domain-name|routers|subnet-mask)|authoritative[ \t]*;|primary6?[ \t]+[\w.:]+[ \t]*;)/im;

/** The statements by which each configuration is known; each at the beginning of a line. */
function dialectOfText(text: string): Dialect | undefined {
  if (DHCP.test(text)) return undefined;
  if (/^[ \t]*(zone|view)[ \t]+("[^"\n]{1,255}"|[\w./-]{1,255})([ \t]+(in|ch|hs))?[ \t\r]*\n?[ \t]*\{/im.test(text))
    return 'bind';
  if (/^[ \t]*(zone|pattern):[ \t\r]*(#.*)?\n?[ \t]*(name|zonefile):/im.test(text)) return 'nsd';
  if (/^(zone|template):[ \t\r]*(#.*)?\n[ \t]*-[ \t]*(domain|id):/im.test(text)) return 'knot';
  return undefined;
}
