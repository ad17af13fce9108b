import { type ExplainedRejection, explainRejections } from '../features/bounce-report.ts';
import type { FeatureContext } from '../features/context.ts';
import { registry } from '../rules/registry.ts';
import { jsonText } from '../text/printable.ts';
import { asciiText, sourceOfBytes } from '../text/source.ts';
import type { Asking } from './asking-options.ts';
import { askOfRejections, type SeenByRejection, seenJson, seenText } from './explain-live.ts';
import { shownPath } from './paths.ts';
import { printed } from './printed.ts';
import { readTarget } from './read-targets.ts';
import { sayProblem, sayProblems } from './say.ts';
import { EXIT_FINE, EXIT_TROUBLE, type Surroundings } from './surroundings.ts';
import { openWorkspace, settleWithCommit } from './workspace.ts';

/** What `explain-bounce` is asked. */
export interface ExplainBounceCommand extends Asking {
  readonly kind: 'explain-bounce';
  /** The addresses are asked for in the DNS. */
  readonly live: boolean;
  readonly format: 'text' | 'json';
  /** `-` is standard input. */
  readonly file: string;
}

/** `zonewright explain-bounce`: says what a mail rejection claims, and what the zones around the working directory say of it. */
export async function explainBounce(command: ExplainBounceCommand, around: Surroundings): Promise<number> {
  const paste = await readPaste(command.file, around);
  if ('problem' in paste) {
    sayProblem(paste.problem, around);
    return EXIT_TROUBLE;
  }
  const { explained, features, label, problems } = await explainInWorkspace(paste.text, around);
  const seen = command.live ? await askOfRejections(explained, command, { features, around }) : undefined;
  const shown = (path: string): string => printed(label(path));
  await around.print(
    command.format === 'json' ? asJson(explained, label, seen) : printed(asText(explained, shown, seen), '\n'),
  );
  if (explained.length === 0)
    sayProblem(
      'this text tells of no rejection that can be read: give the reply of the server, its line in a log, or the whole bounce',
      around,
    );
  sayProblems(problems, around);
  return EXIT_FINE;
}

/** A paste explained by the zones around the working directory. */
export interface ExplainedPaste {
  readonly explained: readonly ExplainedRejection[];
  /** The zones, settled. */
  readonly features: FeatureContext;
  readonly label: Label;
  /** What could not be read. */
  readonly problems: readonly string[];
}

/** Reads the zones and explains a paste by them. What the world answers for an address is asked with what this gives. */
async function explainInWorkspace(text: string, around: Surroundings): Promise<ExplainedPaste> {
  const workspace = await openWorkspace({ paths: [], config: undefined }, registry, around);
  await settleWithCommit(workspace, around);
  const { engine, project, reporter, settings, problems } = workspace;
  const label = (path: string): string => shownPath(path, around.directory);
  const features = { engine, project, places: reporter.places, settings, label, now: around.clock.now() };
  return { explained: explainRejections(features, reporter, text), features, label, problems };
}

async function readPaste(
  file: string,
  around: Surroundings,
): Promise<{ readonly text: string } | { readonly problem: string }> {
  const target = await readTarget(file, around);
  if ('problem' in target) return target;
  if (!target.bytes) return { problem: `${file}: a folder` };
  const text = textOfBytes(target.bytes);
  if (text.slice(0, HEAD).includes('\0'))
    return {
      problem: `${file === '-' ? 'standard input' : file}: it has NUL characters, so it is no text of a message`,
    };
  return { text };
}

/** So far a text is looked at, as git does: logs have NUL characters farther on where a machine lost its power. */
const HEAD = 8000;

/** UTF-8, else Latin-1; UTF-16 where its mark begins the file, as programs on Windows save it. */
function textOfBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  const { text, codes } = sourceOfBytes(bytes);
  return text ?? asciiText(codes);
}

type Label = (path: string) => string;

function asJson(explained: readonly ExplainedRejection[], label: Label, seen: SeenByRejection | undefined): string {
  const rejections = explained.map((item) => {
    const { rejection, held, hosts, advice } = item;
    const { about, reason, address, receiverAddress, name, receiver, code, enhanced, temporary } = rejection;
    const { receiverHost, helo, ptr } = rejection;
    return {
      ...{ about, reason, address, receiverAddress, name, receiver, code, enhanced, temporary },
      held: held ? heldJson(held, label) : null,
      advice,
      ...{ receiverHost, helo, ptr },
      hosts: hosts.map(({ address: hostAddress, host, domain, held: of }) => ({
        ...{ address: hostAddress, host, domain },
        held: of ? heldJson(of, label) : null,
      })),
      ...(seen ? { live: (seen.get(item) ?? []).map(seenJson) } : {}),
    };
  });
  return `${jsonText({ rejections })}\n`;
}

function heldJson(held: NonNullable<ExplainedRejection['held']>, label: Label): object {
  return {
    verdict: held.verdict,
    file: label(held.at.path),
    line: held.at.range.start.line + 1,
    rule: held.shown?.rule ?? null,
  };
}

function asText(explained: readonly ExplainedRejection[], label: Label, seen: SeenByRejection | undefined): string {
  const inDns = (item: ExplainedRejection): string =>
    (seen?.get(item) ?? []).map((one) => seenText(one, item)).join('');
  return explained.map((item) => `${textOf(item, label)}${inDns(item)}`).join('\n');
}

function textOf({ rejection, held, hosts, sentences, advice }: ExplainedRejection, label: Label): string {
  // Where the reason is not known, the reply itself has to tell it.
  const quote = rejection.reason === 'other' ? rejection.quote.replace(/\s{1,600}/g, ' ') : '';
  const { code, enhanced, receiverHost, receiverAddress } = rejection;
  const reply = [code, enhanced].filter((part) => part !== null).join(' ');
  const server = [receiverHost, receiverAddress].filter((part) => part !== null).join(', ');
  const [refusal = '', ...claims] = sentences;
  const lines = [`${refusal}${reply === '' ? '' : ` (${reply})`}`];
  if (server !== '') lines.push(`  Server: ${server}`);
  if (quote !== '') lines.push(`  Reply: ${quote}`);
  lines.push(...claims.slice(0, 1).map((line) => `  ${line}`));
  if (held) lines.push(`  ${place(held, label)}`);
  lines.push(`  ${advice}`);
  for (const host of hosts.slice(0, 8))
    if (host.held) lines.push(`    ${host.host} ${host.address}: ${place(host.held, label)}`);
  return `${lines.join('\n')}\n`;
}

function place({ at, shown, verdict }: NonNullable<ExplainedRejection['held']>, label: Label): string {
  const where = `${label(at.path)}:${at.range.start.line + 1}`;
  return shown ? `${where}: ${shown.rule}: ${shown.message.split(';\n')[0]}` : `${where}: ${verdict} here`;
}
