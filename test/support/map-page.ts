import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import esbuild from 'esbuild';
import type { Frame, Page } from 'playwright-core';
import { root } from '../../scripts/root.ts';
import type { ThemeKind } from '../../src/shared/map-palettes.ts';
import { openPage, sharedBrowser } from './vscode-workbench.ts';

/** What the editor gives a page, and a list of what the page sends. */
const EDITOR = `
globalThis.sent = [];
globalThis.kept = undefined;
globalThis.acquireVsCodeApi = () => ({
  postMessage: (message) => sent.push(message),
  getState: () => JSON.parse(sessionStorage.getItem('state') || 'null') || undefined,
  setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
});
`;

/** The classes and some colours that the editor gives the pages of a theme. */
const THEMES: Readonly<
  Record<ThemeKind, { readonly className: string; readonly colors: readonly [string, string, string] }>
> = {
  light: { className: 'vscode-light', colors: ['#ffffff', '#3b3b3b', '#005fb8'] },
  dark: { className: 'vscode-dark', colors: ['#1f1f1f', '#cccccc', '#4daafc'] },
  contrast: { className: 'vscode-high-contrast', colors: ['#000000', '#ffffff', '#21a6ff'] },
  'contrast-light': {
    className: 'vscode-high-contrast vscode-high-contrast-light',
    colors: ['#ffffff', '#292929', '#0f4a85'],
  },
};

/** A script of src/webview as it is put into pages. */
export function pageScriptText(name: string): string {
  const { outputFiles } = esbuild.buildSync({
    entryPoints: [join(root, 'src', 'webview', `${name}.ts`)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}

/** Opens a page of the extension in a profile of its own; the test fails where the page's own policy refuses something. */
export async function openExtensionPage(t: TestContext, html: string, theme: ThemeKind = 'light'): Promise<Page> {
  const { context, page } = await openPage(await sharedBrowser(t));
  t.after(() => context.close());
  await page.addInitScript({ content: EDITOR });
  const refused: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  page.on('pageerror', (error) => refused.push(String(error)));
  const { className, colors } = THEMES[theme];
  const [background, foreground, link] = colors;
  const contrast = className.includes('contrast') ? `--vscode-contrastBorder: ${foreground};` : '';
  const nonce = /nonce-([A-Za-z0-9]+)/.exec(html)?.[1] ?? '';
  const style = `:root { --vscode-font-family: sans-serif; --vscode-font-size: 13px; --vscode-foreground: ${foreground}; --vscode-editor-background: ${background}; --vscode-input-background: ${background}; --vscode-input-foreground: ${foreground}; --vscode-input-border: ${foreground}; --vscode-button-secondaryBackground: ${background}; --vscode-button-secondaryForeground: ${foreground}; --vscode-textLink-foreground: ${link}; --vscode-descriptionForeground: ${foreground}; --vscode-errorForeground: ${theme === 'light' ? '#b01011' : foreground}; --vscode-focusBorder: ${link}; --vscode-panel-border: ${foreground}40; ${contrast} } body { background: ${background}; }`;
  const body = html
    .replace('<body>', `<body class="${className}">`)
    .replace('<style ', () => `<style nonce="${nonce}">${style}</style><style `);
  await page.route('http://127.0.0.1/page', (route) => route.fulfill({ body, contentType: 'text/html' }));
  await page.goto('http://127.0.0.1/page');
  t.after(() => assert.deepEqual(refused, [], 'the page is whole under its own policy'));
  return page;
}

/** What axe-core looks at: a part of a page, and rules that are left out. */
export interface AccessibilityOptions {
  readonly within?: string;
  readonly without?: readonly string[];
}

/** What axe-core finds in a page as it is: rules with the elements. The page's own policy lets no script in, so it is run from outside. */
export async function accessibilityFaults(page: Page | Frame, options: AccessibilityOptions = {}): Promise<string[]> {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const rules = Object.fromEntries((options.without ?? []).map((rule) => [rule, { enabled: false }]));
  const where = options.within === undefined ? 'document' : JSON.stringify(options.within);
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run(${where}, { resultTypes: ['violations'], rules: ${JSON.stringify(rules)} }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`,
  );
}
