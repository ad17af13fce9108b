import { type Bundle, language } from '../language/phrase.ts';

/** What a page of the extension is made of. */
export interface PageParts {
  readonly title: string;
  readonly nonce: string;
  readonly style: string;
  /** Markup of the body. */
  readonly body: string;
  readonly script: string;
  /** What the script says, in the language of the editor; left out in English, or where the script says nothing. */
  readonly texts?: Bundle | undefined;
}

/**
 * A page in a view of the editor: nothing is loaded from anywhere, and only the script and style with the nonce count
 * (Content Security Policy).
 */
export function pageText({ title, nonce, style, body, script, texts }: PageParts): string {
  return `<!DOCTYPE html>
<html lang="${language()}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${COMMON}${style}</style>
</head>
<body>
${body}
${texts === undefined ? '' : jsonElement('texts', texts, nonce)}<script nonce="${nonce}">${script.replaceAll('</script', '<\\/script')}</script>
</body>
</html>`;
}

/** Data for the script of a page, by the id of its element. */
export function jsonElement(id: string, data: unknown, nonce: string): string {
  const text = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="${id}" nonce="${nonce}">${text}</script>\n`;
}

/** Text as it may stand between tags and in quotation marks. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const COMMON = `
body { font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); color: var(--vscode-foreground); background: var(--vscode-editor-background); }
input, select { color: var(--vscode-input-foreground); background: var(--vscode-input-background); border: 1px solid var(--vscode-input-border, var(--vscode-contrastBorder, transparent)); padding: 3px 6px; font: inherit; }
button { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); border: 1px solid var(--vscode-contrastBorder, var(--vscode-button-border, color-mix(in srgb, currentColor 40%, transparent))); border-radius: 2px; padding: 3px 10px; font: inherit; cursor: pointer; }
button:disabled { opacity: 0.5; cursor: default; }
button:hover { background: var(--vscode-button-secondaryHoverBackground); }
button.link { background: none; border: none; padding: 0; color: var(--vscode-textLink-foreground); text-decoration: underline; text-align: left; }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
.hidden { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
[hidden] { display: none !important; }
`;
