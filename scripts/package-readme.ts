import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** What stands in the place of the README's pictures: what the command line says of the same fault of the examples. */
const TEXTS: Readonly<Record<string, () => string>> = {
  'missing-ptr': () =>
    fenced('text', folded(firstFinding(said('check', '--rule', 'ptr-missing', 'zones/example.com.zone')))),
  'quick-fix': () => fenced('diff', said('fix', '--rule', 'ptr-missing', 'zones/example.com.zone')),
};

/** The section that is nothing but links to pages of the checkout. */
const LINKS = '\n## More\n';

/**
 * The README as both packages have it. Their pages show pictures from the web only, none of the package and none that stand
 * in the text, and follow no link into a checkout: until a host is chosen, what pictures show is said in words (the
 * walkthrough has them), and links are their words.
 */
export function packageReadme(): string {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  if (!text.includes(LINKS))
    throw new Error('README.md has no section "## More" any more: scripts/package-readme.ts cuts it');
  const [useful = ''] = text.split(LINKS);
  const shown = useful.replace(/^!\[(.*)\]\(docs\/images\/([a-z-]+)\.png\)$/gm, (_, title: string, name: string) => {
    const make = TEXTS[name];
    if (!make) throw new Error(`scripts/package-readme.ts does not say what stands in the place of ${name}.png`);
    return `${title}:\n\n${make()}`;
  });
  const words = shown.replace(/\[([^\]]+)\]\((?![a-z]+:|#)[^)]+\)/g, '$1');
  return `${words}\nPages that are named here (docs/, CONTRIBUTING.md) are those of the checkout.\n`;
}

function said(...args: readonly string[]): string {
  const folder = join(root, 'examples');
  const env = { ...process.env, NO_COLOR: '1' };
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist', 'cli.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  if (stdout === '') throw new Error(`zonewright ${args.join(' ')} in examples/ says nothing: ${stderr}`);
  return stdout;
}

/** A finding begins at the margin, and what belongs to it is indented. */
function firstFinding(text: string): string {
  return /^\S.*\n(?:[ \t].*\n)*/.exec(text)?.[0] ?? text;
}

/** Lines as long as the extension page shows them whole, further parts indented as `check` does. */
function folded(text: string): string {
  return text.replace(/^(.{40,76}) (?=\S)/gm, (line, start: string, at: number) => {
    const end = text.indexOf('\n', at);
    return end - at > 76 ? `${start}\n${' '.repeat(6)}` : line;
  });
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
