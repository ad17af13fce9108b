import { phrase } from '../language/phrase.ts';
import { escaped, type PageParts, pageText } from './page.ts';

/** The page of the graph of a name. */
export function graphPage({ nonce, script, texts }: Pick<PageParts, 'nonce' | 'script' | 'texts'>): string {
  return pageText({ title: phrase`Graph of a name`, nonce, style: STYLE, body: bodyText(), script, texts });
}

function bodyText(): string {
  return `<header>
<h1 id="title">${escaped(phrase`Graph of a name`)}</h1>
<div class="tools"><button type="button" id="back" disabled>${escaped(phrase`Back`)}</button> <button type="button" id="map" hidden>${escaped(phrase`Map of its network`)}</button></div>
<p id="hint">${escaped(phrase`Each arrow is a record. A name leads a step further, "Record" shows the record in its file. What is dashed is not held here.`)}</p>
</header>
<main id="graph">
<svg id="lines" aria-hidden="true"><defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs><g id="paths"></g></svg>
<section aria-labelledby="from-title"><h2 id="from-title">${escaped(phrase`Who points here`)}</h2><ul id="from"></ul></section>
<section aria-labelledby="name-title"><h2 id="name-title" class="hidden">${escaped(phrase`The name`)}</h2><p id="name"></p></section>
<section aria-labelledby="to-title"><h2 id="to-title">${escaped(phrase`Where it leads`)}</h2><ul id="to"></ul></section>
</main>
<p id="said" class="hidden" role="status" aria-live="polite"></p>`;
}

const STYLE = `
body { padding: 0 1.5em 2em; }
h1 { font-size: 1.25em; font-weight: 600; overflow-wrap: anywhere; }
h2 { font-size: 1em; font-weight: 600; }
main { position: relative; display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 1.4fr) minmax(0, 2fr); gap: 0 60px; align-items: center; margin-top: 1em; }
#lines { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; }
#hint { color: var(--vscode-descriptionForeground); margin: 0.6em 0 0; }
#lines path { fill: none; stroke: var(--vscode-foreground); stroke-width: 1.5; marker-end: url(#arrow); opacity: 0.7; }
#lines marker path { fill: var(--vscode-foreground); stroke: none; marker-end: none; opacity: 1; }
section { position: relative; }
ul { list-style: none; padding: 0; margin: 0; }
li { margin: 8px 0; padding: 6px 10px; border: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); background: var(--vscode-editorWidget-background, var(--vscode-editor-background)); overflow-wrap: anywhere; }
li.unheld { border-style: dashed; }
li .label { display: flex; justify-content: space-between; gap: 1em; color: var(--vscode-descriptionForeground); }
#name { margin: 0; padding: 10px 14px; text-align: center; font-weight: 600; overflow-wrap: anywhere; border: 2px solid var(--vscode-focusBorder, var(--vscode-foreground)); background: var(--vscode-editor-background); }
@media (max-width: 640px) { main { grid-template-columns: minmax(0, 1fr); gap: 4px; padding-left: 34px; } }
`;
