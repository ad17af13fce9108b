import { commands, Disposable, EventEmitter, type Memento, TabInputWebview, Uri, window, workspace } from 'vscode';
import { phrase } from '../language/phrase.ts';

/** The scheme of reports: texts of this window, which nobody has to save. */
const REPORT_SCHEME = 'zonewright-report';
/** So many reports are kept. */
const MOST = 50;
/** Where those are kept that are shown again when the window is loaded again, and how many characters of them. */
const KEPT = 'zonewright.reports';
const MOST_KEPT = 500_000;

/** A text in Markdown for people, in which nothing of a file's text is markup. */
export interface Report {
  /** What the tab says. */
  readonly title: string;
  /** What it is about, where reports of one title are of several things. */
  readonly about?: string;
  readonly text: string;
}

/**
 * Shows reports with the editor's preview of Markdown. One on the same thing takes the place of the one before. Tabs that
 * come back with a window have their texts again.
 *
 * Invariant: the texts stand in the order in which they came.
 */
export class Reports implements Disposable {
  readonly #texts: Map<string, string>;
  readonly #state: Memento;
  readonly #changed = new EventEmitter<Uri>();
  readonly #registered = Disposable.from(
    this.#changed,
    workspace.registerTextDocumentContentProvider(REPORT_SCHEME, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: (uri) =>
        this.#texts.get(uri.toString()) ?? phrase`This report is not kept any longer: ask for it again\n`,
    }),
  );

  constructor(state: Memento) {
    this.#state = state;
    this.#texts = new Map(state.get<[string, string][]>(KEPT, []).filter(([key]) => isInTab(Uri.parse(key))));
    // Previews that came back before this looked for a text that nobody had: they look again when it is opened.
    for (const key of this.#texts.keys()) void workspace.openTextDocument(Uri.parse(key));
  }

  async show({ title, about = '', text }: Report): Promise<void> {
    const uri = Uri.from({ scheme: REPORT_SCHEME, path: `/${title.replace(/[/\\]/g, ' ')}.md`, query: about });
    const key = uri.toString();
    this.#texts.delete(key);
    this.#texts.set(key, text);
    for (const oldest of this.#texts.keys()) if (this.#texts.size > MOST) this.#texts.delete(oldest);
    this.#changed.fire(uri);
    void this.#state.update(KEPT, this.#newest());
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

  /** The last ones, of which a window may keep so many characters. */
  #newest(): (readonly [string, string])[] {
    let left = MOST_KEPT;
    return [...this.#texts]
      .reverse()
      .filter(([, text]) => {
        if (text.length > left) return false;
        left -= text.length;
        return true;
      })
      .reverse();
  }
}

/** Whether a preview has the report's name in its title: the editor does not say of which text one is. */
function isInTab({ path }: Uri): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input, label }) => input instanceof TabInputWebview && label.includes(name)),
  );
}
