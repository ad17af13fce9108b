import { phrase } from '../language/phrase.ts';
import { mapStates } from '../shared/map-cells.ts';
import { envelope } from '../shared/map-mail.ts';
import { mapPalettes, type ThemeKind, themeKinds } from '../shared/map-palettes.ts';
import { inkOn } from '../shared/map-svg.ts';
import { escaped, type PageParts, pageText } from './page.ts';

/** The page of the reverse map; `network` is drawn at first. */
export function mapPage(
  network: string,
  { nonce, script, texts }: Pick<PageParts, 'nonce' | 'script' | 'texts'>,
): string {
  return pageText({
    title: phrase`Reverse map`,
    nonce,
    style: STYLE + swatches(),
    body: bodyOf(network),
    script,
    texts,
  });
}

/** The classes of the page's body for the kinds of themes, as the editor sets them. */
const THEME_CLASSES: Readonly<Record<ThemeKind, string>> = {
  light: '.vscode-light',
  dark: '.vscode-dark',
  contrast: '.vscode-high-contrast:not(.vscode-high-contrast-light)',
  'contrast-light': '.vscode-high-contrast-light',
};

function swatches(): string {
  return themeKinds
    .flatMap((kind) => [
      `${THEME_CLASSES[kind]} .swatch { border-color: ${mapPalettes[kind].line}; }`,
      ...mapStates.map(({ id }) => {
        const color = mapPalettes[kind].cells[id];
        return `${THEME_CLASSES[kind]} .swatch.${id} { background: ${color}; color: ${inkOn(color)}; }`;
      }),
    ])
    .join('\n');
}

function bodyOf(network: string): string {
  return `<header>
<h1 id="title">${escaped(phrase`Reverse map`)}</h1>
<div class="tools">
<form id="pick"><label>${escaped(phrase`Network`)} <input id="network" type="text" size="20" spellcheck="false" autocomplete="off" value="${escaped(network)}"></label> <button type="submit">${escaped(phrase`Draw`)}</button> <button type="button" id="wider" data-do="wider" title="${escaped(phrase`Draws the network around this one (Backspace)`)}">${escaped(phrase`Wider Network`)}</button></form>
<span id="view-label" hidden><label>${escaped(phrase`View`)} <select id="view"></select></label></span>
<label title="${escaped(phrase`Rows read like a book. On a Hilbert curve neighbouring addresses stay side by side, so that networks are squares`)}">${escaped(phrase`Order`)} <select id="order"><option value="rows">${escaped(phrase`rows`)}</option><option value="hilbert">${escaped(phrase`Hilbert curve`)}</option></select></label>
<span role="group" aria-label="${escaped(phrase`What servers say`)}"><button type="button" id="live" data-do="live" disabled title="${escaped(phrase`Asks the DNS what it says of all these addresses. Of more than 256, select some and take the menu`)}">${escaped(phrase`Check Live`)}</button>
<label title="${escaped(phrase`The upper left half of a cell is what the zone files say, the lower right half what servers answered to the last live check`)}"><input id="published" type="checkbox" disabled> ${escaped(phrase`Published`)}</label></span>
<span role="group" aria-label="${escaped(phrase`Zoom`)}"><button type="button" data-do="out" aria-label="${escaped(phrase`Zoom out`)}">&minus;</button> <button type="button" data-do="in" aria-label="${escaped(phrase`Zoom in`)}">+</button> <button type="button" data-do="fit" title="${escaped(phrase`All of the map in its frame (0)`)}">${escaped(phrase`Fit`)}</button></span>
<button type="button" data-do="fault" title="${escaped(phrase`Leads to the next address that someone has to do something about (N)`)}">${escaped(phrase`Next Fault`)}</button>
<span role="group" aria-label="${escaped(phrase`Save`)}"><button type="button" data-do="svg">${escaped(phrase`Save SVG`)}</button> <button type="button" data-do="png">${escaped(phrase`Save PNG`)}</button> <button type="button" data-do="text">${escaped(phrase`Copy as Text`)}</button></span>
</div>
<p id="problem" role="alert"></p>
</header>
<main>
<div class="stage">
<canvas id="map" tabindex="0" role="application" aria-roledescription="${escaped(phrase`map`)}" aria-label="${escaped(phrase`Reverse map`)}" aria-describedby="help" data-network="${escaped(network)}"></canvas>
<p id="empty" hidden>${escaped(phrase`No address of this network is in use`)}</p>
</div>
<section class="side" aria-label="${escaped(phrase`What the map says`)}">
<table><caption class="hidden">${escaped(phrase`States of addresses`)}</caption>
<thead class="hidden"><tr><th scope="col">${escaped(phrase`Sign`)}</th><th scope="col">${escaped(phrase`State`)}</th><th scope="col">${escaped(phrase`Addresses`)}</th></tr></thead>
<tbody id="legend"></tbody></table>
<p id="mail" hidden><svg width="18" height="14" aria-hidden="true"><path fill="currentColor" d="${envelope(1, 1, 16)}"/></svg> <span id="mail-note"></span></p>
<p id="note"></p>
<div id="details"></div>
<h2 id="ranges-title" hidden>${escaped(phrase`Borders`)}</h2>
<ul id="ranges"></ul>
<p id="help">${escaped(phrase`Arrow keys move, with Shift they select. Enter shows the record, once more its counterpart. Space opens the menu. N leads to the next fault, M to the next mail host. Plus and minus zoom, 0 shows all, Backspace draws the network around.`)}</p>
</section>
<div id="menu" role="menu" aria-label="${escaped(phrase`What can be done`)}" hidden></div>
<div id="tip" role="tooltip" hidden></div>
</main>
<p id="said" class="hidden" role="status" aria-live="polite"></p>`;
}

const STYLE = `
html, body { height: 100%; margin: 0; padding: 0; overflow: hidden; }
body { display: flex; flex-direction: column; }
header { padding: 6px 14px 0; }
h1 { font-size: 1.25em; font-weight: 600; margin: 0.3em 0; }
h2 { font-size: 1em; font-weight: 600; margin: 1em 0 0.3em; }
.tools { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; }
#problem { color: var(--vscode-errorForeground); margin: 4px 0; min-height: 1.2em; }
main { flex: 1; display: flex; min-height: 0; }
.stage { flex: 1; position: relative; min-width: 0; }
canvas { position: absolute; inset: 0; width: 100%; height: 100%; display: block; cursor: crosshair; touch-action: none; }
#empty { position: absolute; left: 20px; top: 10px; }
.side { width: 300px; overflow: auto; padding: 4px 14px 14px; border-left: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); overflow-wrap: anywhere; }
.side table { border-collapse: collapse; width: 100%; }
.side td { padding: 2px 8px 2px 0; vertical-align: top; }
.side th { text-align: left; font-weight: 600; padding: 8px 0 2px; }
.hint { color: var(--vscode-descriptionForeground); font-size: 0.92em; }
.side p { margin: 0.3em 0; }
#help { color: var(--vscode-descriptionForeground); margin-top: 1.4em; }
#ranges { padding-left: 1.2em; margin: 0; }
.count { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.swatch { display: inline-block; width: 18px; height: 18px; line-height: 18px; text-align: center; border: 1px solid; font-weight: 600; }
#tip { position: fixed; z-index: 2; max-width: 420px; pointer-events: none; padding: 5px 9px; color: var(--vscode-editorHoverWidget-foreground, var(--vscode-foreground)); background: var(--vscode-editorHoverWidget-background, var(--vscode-editor-background)); border: 1px solid var(--vscode-editorHoverWidget-border, var(--vscode-contrastBorder)); overflow-wrap: anywhere; }
#tip div:first-child { font-weight: 600; }
#menu { position: fixed; z-index: 3; min-width: 200px; max-width: 640px; padding: 4px 0; color: var(--vscode-menu-foreground, var(--vscode-foreground)); background: var(--vscode-menu-background, var(--vscode-editor-background)); border: 1px solid var(--vscode-menu-border, var(--vscode-contrastBorder, var(--vscode-panel-border))); box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent); }
#menu [role=menuitem] { padding: 4px 16px; cursor: pointer; outline-offset: -1px; }
#menu [role=menuitem]:focus, #menu [role=menuitem]:hover { color: var(--vscode-menu-selectionForeground, inherit); background: var(--vscode-menu-selectionBackground, var(--vscode-list-hoverBackground)); }
#menu [aria-disabled] { color: var(--vscode-disabledForeground); cursor: default; }
@media (max-width: 700px) { main { flex-direction: column; } .side { width: auto; max-height: 40%; border-left: none; } }
`;
