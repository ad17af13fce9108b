import { commands as editorCommands, env, Position, type QuickPickItem, Range, Uri, window, workspace } from 'vscode';
import { phrase } from '../language/phrase.ts';
import { commands } from '../shared/commands.ts';
import { markdownText } from '../shared/markdown.ts';
import {
  type BounceFix,
  type BounceHeld,
  type BounceRejection,
  type ExplainBounceParams,
  type ExplainBounceResult,
  explainBounceRequest,
} from '../shared/protocol.ts';
import type { RunningExtension } from './running.ts';
import { tellUnsaved } from './unsaved.ts';

/** A line of the answer, with what choosing it does. */
interface Choice extends QuickPickItem {
  readonly run?: () => Promise<void>;
}

/**
 * Explains the mail rejection that is selected, else the one on the clipboard, else one that is asked for. What it finds
 * is a list to choose from: fixes, places, the explanation as text. Nothing is sent but to the language server.
 */
export async function explainBounce(extension: RunningExtension, given: string | undefined): Promise<void> {
  const rejections = await findRejections(extension, given);
  if (!rejections) return;
  const [only, ...others] = rejections;
  const rejection = others.length === 0 ? only : await pickRejection(rejections);
  if (rejection) await offer(extension, rejection);
}

/** Undefined where nothing is left to be shown. */
async function findRejections(
  extension: RunningExtension,
  given: string | undefined,
): Promise<readonly BounceRejection[] | undefined> {
  const selected = await ask(extension, typeof given === 'string' ? given : selectedText());
  if (selected.length > 0) return selected;
  const copied = await ask(extension, await env.clipboard.readText());
  if (copied.length > 0) return copied;
  const pasted = await window.showInputBox({
    title: phrase`Explain a Mail Rejection`,
    prompt: phrase`Neither the selection nor the clipboard holds a rejection. Paste one: a bounce, lines of a log, or the reply`,
    ignoreFocusOut: true,
  });
  if (!pasted) return undefined;
  const found = await ask(extension, pasted);
  if (found.length > 0) return found;
  void window.showInformationMessage(phrase`This text tells of no rejection that can be read`);
  return undefined;
}

function selectedText(): string {
  const editor = window.activeTextEditor;
  return editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : '';
}

async function ask(extension: RunningExtension, text: string): Promise<readonly BounceRejection[]> {
  if (text.trim() === '') return [];
  const params: ExplainBounceParams = { text };
  return (await extension.ask<ExplainBounceResult>(explainBounceRequest, params)).rejections;
}

async function pickRejection(rejections: readonly BounceRejection[]): Promise<BounceRejection | undefined> {
  const items = rejections.map((rejection) => ({
    label: rejection.sentences[0] ?? '',
    detail: rejection.sentences[1] ?? '',
    rejection,
  }));
  const title = phrase`${rejections.length} rejections`;
  return (await window.showQuickPick(items, { title, placeHolder: phrase`Which one?` }))?.rejection;
}

async function offer(extension: RunningExtension, rejection: BounceRejection): Promise<void> {
  const { sentences, held, hosts } = rejection;
  const choices: Choice[] = [];
  if (held) choices.push(...ofHeld(extension, held, ''));
  for (const host of hosts)
    if (host.held) choices.push(...ofHeld(extension, host.held, `${host.host} ${host.address}: `));
  choices.push({
    label: `$(book) ${phrase`Show the explanation`}`,
    detail: rejection.advice,
    run: () => extension.showReport({ title: phrase`A mail rejection`, text: textOf(rejection) }),
  });
  const words = rejection.address ?? hosts.map(({ address }) => address).join(' ');
  if (words !== '')
    choices.push({
      label: `$(globe) ${
        rejection.address === null
          ? phrase`Ask the DNS what the world sees of the held mail hosts`
          : phrase`Ask the DNS what the world sees of ${rejection.address}`
      }`,
      detail: phrase`Check Reverse DNS Live: nothing else is sent`,
      run: async () => void (await editorCommands.executeCommand(commands.checkLiveWords, { words })),
    });
  const choice = await window.showQuickPick(choices, {
    title: sentences[0] ?? '',
    placeHolder: sentences[1] ?? '',
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  await choice?.run?.();
}

/** The fixes of what is found, and the place itself. */
function ofHeld(extension: RunningExtension, held: BounceHeld, prefix: string): readonly Choice[] {
  const fixes = held.fixes.map((fix) => ({
    label: `$(wrench) ${prefix}${fix.title}`,
    description: held.place,
    run: () => apply(extension, held, fix),
  }));
  const message = held.message?.split('\n')[0]?.replace(/;$/, '');
  const label = `$(go-to-file) ${prefix}${message ?? phrase`Held here as ${held.verdict}`}`;
  return [...fixes, { label, description: held.place, run: () => show(held) }];
}

async function apply(extension: RunningExtension, held: BounceHeld, { edit, title }: BounceFix): Promise<void> {
  const changes = await extension.edit(edit);
  if (!(await workspace.applyEdit(changes))) {
    void window.showWarningMessage(phrase`"${title}" no longer fits: the text has changed`);
    return;
  }
  void tellUnsaved(changes.entries().map(([uri]) => uri.toString()));
  await show(held);
}

async function show({ uri, start, end }: BounceHeld): Promise<void> {
  const selection = new Range(new Position(start.line, start.character), new Position(end.line, end.character));
  await window.showTextDocument(Uri.parse(uri), { selection });
}

/** An explanation in Markdown; nothing of what was pasted, or stands in a file, is markup in it. */
function textOf({ sentences, advice, held, hosts, quote }: BounceRejection): string {
  const lines = [
    `# ${phrase`A mail rejection`}`,
    '',
    ...sentences.map((sentence) => `- ${markdownText(sentence)}`),
    '',
    `## ${phrase`What to do`}`,
    '',
    markdownText(advice),
    '',
  ];
  for (const each of [held, ...hosts.map((host) => host.held)]) {
    if (!each?.message) continue;
    lines.push(markdownText(`${each.place}: ${each.rule}: ${each.message}`), '');
    lines.push(...each.refused.map((reason) => `- ${markdownText(reason)}`), '');
  }
  lines.push(`## ${phrase`The reply`}`, '', ...quote.split(/\r\n|\n|\r/).map((line) => `    ${line}`), '');
  return lines.join('\n');
}
