import { phrase } from '../language/phrase.ts';
import type { CheckLiveResult } from '../shared/live-protocol.ts';
import { pageScript } from './live-page-script.ts';
import { escaped, jsonElement, pageText } from './page.ts';

/** The page of the results view. */
export function livePage(result: CheckLiveResult, title: string, nonce: string): string {
  const body = `<main>
<h1>${escaped(title)}</h1>
<p id="summary" role="status" aria-live="polite">${escaped(result.summary)}</p>
${notes(result)}
${result.zones.map(zoneSection).join('\n')}
${result.rows.length > 0 ? tableText() : `<p><button type="button" data-do="again">${escaped(phrase`Ask Again`)}</button></p>`}
</main>
${jsonElement('data', result.rows, nonce)}${jsonElement('words', scriptWords(), nonce)}`;
  return pageText({ title, nonce, style: STYLE, body, script: pageScript });
}

function notes({ notes: lines }: CheckLiveResult): string {
  if (lines.length === 0) return '';
  return `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`;
}

function zoneSection({ zone, note, isFine, servers, differences }: CheckLiveResult['zones'][number]): string {
  const serverList = servers.map(({ server, says }) => `<li>${escaped(server)}: ${escaped(says)}</li>`).join('');
  const rows = differences.map(
    ({ name, type, held, published }) =>
      `<tr><td>${escaped(name)}</td><td>${escaped(type)}</td><td>${escaped(held)}</td><td>${escaped(published)}</td></tr>`,
  );
  const table =
    rows.length === 0
      ? ''
      : `<table><caption>${escaped(phrase`Records of ${zone} that differ`)}</caption><thead><tr>${heads([phrase`Name`, phrase`Type`, phrase`Held`, phrase`Published`])}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `<section><h2>${escaped(zone)}</h2><p class="${isFine ? 'fine' : 'fault'}">${escaped(note)}</p>${
    serverList === '' ? '' : `<ul>${serverList}</ul>`
  }${table}</section>`;
}

function tableText(): string {
  return `<div class="tools" role="toolbar" aria-label="${escaped(phrase`Results`)}">
<label>${escaped(phrase`Filter`)} <input id="filter" type="search" placeholder="${escaped(phrase`address, name or verdict`)}"></label>
<label>${escaped(phrase`Verdict`)} <select id="verdict"><option value="">${escaped(phrase`all`)}</option></select></label>
<button type="button" data-do="again">${escaped(phrase`Ask Again`)}</button>
<button type="button" data-copy="text">${escaped(phrase`Copy as Text`)}</button>
<button type="button" data-copy="markdown">${escaped(phrase`Copy as Markdown`)}</button>
<button type="button" data-copy="csv">${escaped(phrase`Copy as CSV`)}</button>
</div>
<table id="results" role="table">
<caption class="hidden">${escaped(phrase`Addresses with what is published and what is held`)}</caption>
<thead role="rowgroup"><tr role="row">
<th scope="col" role="columnheader"><button type="button" data-sort="address">${escaped(phrase`Address`)}</button></th>
<th scope="col" role="columnheader"><button type="button" data-sort="published">${escaped(phrase`Published`)}</button></th>
<th scope="col" role="columnheader"><button type="button" data-sort="held">${escaped(phrase`Held`)}</button></th>
<th scope="col" role="columnheader"><button type="button" data-sort="verdict">${escaped(phrase`Verdict`)}</button></th>
<th scope="col" role="columnheader"><button type="button" data-sort="who">${escaped(phrase`What to do, who to ask`)}</button></th>
</tr></thead>
<tbody role="rowgroup"></tbody>
</table>
<ul id="shared"></ul>`;
}

function heads(titles: readonly string[]): string {
  return titles.map((title) => `<th scope="col">${escaped(title)}</th>`).join('');
}

/** What the page's script says, where {0} and {1} stand for values. */
function scriptWords(): Readonly<Record<string, string | readonly string[]>> {
  return {
    show: phrase`Show ${'{0}'} in its file`,
    copy: phrase`Copy Request`,
    copyFor: phrase`Copy Request for ${'{0}'}`,
    labels: [phrase`Address`, phrase`Published`, phrase`Held`, phrase`Verdict`, phrase`What to do, who to ask`],
    part: phrase`${'{0}'} of ${'{1}'} shown.`,
    more: phrase`${'{0}'} and ${'{1}'} more`,
    most: phrase`Only the first ${'{0}'} are drawn: filter, or copy them`,
  };
}

const STYLE = `
body { padding: 0 1.5em 2em; }
h1 { font-size: 1.4em; font-weight: 600; }
h2 { font-size: 1.1em; font-weight: 600; margin-bottom: 0.2em; }
#filter { width: 16em; }
.tools { display: flex; flex-wrap: wrap; gap: 0.6em; align-items: center; margin: 1em 0; }
th button, td button.link { background: none; border: none; padding: 0; color: inherit; font-weight: inherit; text-align: left; }
td button.link { color: var(--vscode-textLink-foreground); text-decoration: underline; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: 0.4em 0; }
th, td { text-align: left; vertical-align: top; padding: 5px 12px 5px 0; border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); overflow-wrap: anywhere; }
th[aria-sort=ascending] button::after { content: ' \\2191'; }
th[aria-sort=descending] button::after { content: ' \\2193'; }
.tools button, p > button { border-color: var(--vscode-button-border, var(--vscode-contrastBorder, var(--vscode-panel-border, transparent))); }
.error, .fault { color: color-mix(in srgb, var(--vscode-errorForeground) 60%, var(--vscode-foreground)); }
.warning { color: color-mix(in srgb, var(--vscode-editorWarning-foreground) 50%, var(--vscode-foreground)); }
td:first-child, td:nth-child(4) { white-space: nowrap; }
@media (max-width: 760px) {
  #results th { display: inline-block; border: none; }
  #results td { display: block; border: none; padding: 1px 0; white-space: normal; }
  #results td:empty { display: none; }
  #results td::before { content: attr(data-label) ': '; color: var(--vscode-descriptionForeground); }
  #results tr { display: block; padding: 6px 0; border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); }
}
p.who { margin: 0.3em 0 0; color: var(--vscode-descriptionForeground); }
`;
