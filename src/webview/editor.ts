import { type Bundle, setLanguage } from '../language/phrase.ts';

/** What the editor gives a page. */
export interface EditorApi<State> {
  postMessage(message: unknown): void;
  getState(): State | undefined;
  setState(state: State): void;
}

declare function acquireVsCodeApi(): EditorApi<never>;

/** The editor; it can be asked for once. */
export function editorApi<State>(): EditorApi<State> {
  return acquireVsCodeApi() as unknown as EditorApi<State>;
}

/** Says all in the language of the page, as far as the extension put its texts there. */
export function takeLanguage(): void {
  const texts = document.getElementById('texts')?.textContent;
  setLanguage(document.documentElement.lang, texts ? (JSON.parse(texts) as Bundle) : undefined);
}

/** The element of the page with this id. */
export function element<E extends HTMLElement>(id: string, kind: new () => E): E {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

/** The kind of the editor's theme, as it marks the page. */
export function themeKind(): 'light' | 'dark' | 'contrast' | 'contrast-light' {
  const { classList } = document.body;
  if (classList.contains('vscode-high-contrast-light')) return 'contrast-light';
  if (classList.contains('vscode-high-contrast')) return 'contrast';
  return classList.contains('vscode-dark') ? 'dark' : 'light';
}
