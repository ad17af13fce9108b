import type { CheckLiveResult } from '../shared/protocol.ts';
import { pageScript } from './live-page-script.ts';
import { escaped, pageText } from './page.ts';

/** The page of the results view. */
export function livePage(result: CheckLiveResult, title: string, nonce: string): string {
  const body = `<main>
<h1>${escaped(title)}</h1>
<p id="summary" role="status" aria-live="polite">${escaped(result.summary)}</p>
${notes(result)}
${result.zones.map(zoneSection).join('\n')}
${result.rows.length > 0 ? TABLE : '<p><button type="button" data-do="again">Ask Again</button></p>'}
</main>
<script type="application/json" id="data" nonce="${nonce}">${JSON.stringify(result.rows).replaceAll('<', '\\u003c')}</script>`;
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
      : `<table><caption>Records of ${escaped(zone)} that differ</caption><thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Held</th><th scope="col">Published</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `<section><h2>${escaped(zone)}</h2><p class="${isFine ? 'fine' : 'fault'}">${escaped(note)}</p>${
    serverList === '' ? '' : `<ul>${serverList}</ul>`
  }${table}</section>`;
}

const TABLE = `<div class="tools" role="toolbar" aria-label="Results">
<label>Filter <input id="filter" type="search" placeholder="address, name or verdict"></label>
<label>Verdict <select id="verdict"><option value="">all</option></select></label>
<button type="button" data-do="again">Ask Again</button>
<button type="button" data-copy="text">Copy as Text</button>
<button type="button" data-copy="markdown">Copy as Markdown</button>
<button type="button" data-copy="csv">Copy as CSV</button>
</div>
<table id="results" role="table">
<caption class="hidden">Addresses with what is published and what is held</caption>
<thead role="rowgroup"><tr role="row">
<th scope="col" role="columnheader"><button type="button" data-sort="address">Address</button></th>
<th scope="col" role="columnheader"><button type="button" data-sort="published">Published</button></th>
<th scope="col" role="columnheader"><button type="button" data-sort="held">Held</button></th>
<th scope="col" role="columnheader"><button type="button" data-sort="verdict">Verdict</button></th>
<th scope="col" role="columnheader"><button type="button" data-sort="who">What to do, who to ask</button></th>
</tr></thead>
<tbody role="rowgroup"></tbody>
</table>`;

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
