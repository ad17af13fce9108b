import { commands, Disposable, EventEmitter, Uri, window, workspace } from 'vscode';
import { phrase } from '../language/phrase.ts';

/** The scheme of reports: texts of this window, which nobody has to save. */
const REPORT_SCHEME = 'zonewright-report';
/** So many reports are kept. */
const MOST = 50;

/** A text in Markdown for people, in which nothing of a file's text is markup. */
export interface Report {
  /** What the tab says. */
  readonly title: string;
  /** What it is about, where reports of one title are of several things. */
  readonly about?: string;
  readonly text: string;
}

/**
 * Shows reports with the editor's preview of Markdown. One on the same thing takes the place of the one before.
 *
 * Invariant: the texts stand in the order in which they came.
 */
export class Reports implements Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #registered = Disposable.from(
    this.#changed,
    workspace.registerTextDocumentContentProvider(REPORT_SCHEME, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: (uri) =>
        this.#texts.get(uri.toString()) ?? phrase`This report is not kept any longer: ask for it again\n`,
    }),
  );

  async show({ title, about = '', text }: Report): Promise<void> {
    const uri = Uri.from({ scheme: REPORT_SCHEME, path: `/${title.replace(/[/\\]/g, ' ')}.md`, query: about });
    const key = uri.toString();
    this.#texts.delete(key);
    this.#texts.set(key, text);
    for (const oldest of this.#texts.keys()) if (this.#texts.size > MOST) this.#texts.delete(oldest);
    this.#changed.fire(uri);
    try {
      await commands.executeCommand('markdown.showPreview', uri);
    } catch {
      // The editor is without its extension for Markdown.
      await window.showTextDocument(uri);
    }
  }

  dispose(): void {
    this.#registered.dispose();
  }
}
