import { type SettingRow, settingsTable } from '../../src/settings/settings-table.ts';

/** docs/settings.md: what every setting does, and its default, where `zonewright.json` and the editor take it. */
export function settingsPage(): string {
  const rows = [...settingsTable].map(
    ([name, row]) => `| \`${name}\` | ${defaultOf(row)} | ${cell(row.description)} |`,
  );
  return `# Settings

In \`zonewright.json\` at the workspace's root the names stand as below; the command line, CI and every editor read it. In VS Code
the same settings have \`zonewright.\` before their names, and those of the editor win. \`zonewright config\` says what is in force,
and from where; \`zonewright init\` writes a first file after a look around.

\`\`\`json
{
  "zones": [{ "file": "internal/*.db", "view": "internal" }],
  "externalNetworks": ["198.51.100.0/24"],
  "rules": { "ptr-generic": "off", "serial-not-increased": "warning" }
}
\`\`\`

<!-- npm run generate writes this page. -->

| setting | default | |
|---|---|---|
| \`rules.<id>\` | the rule's | \`error\`, \`warning\`, \`information\`, \`hint\` or \`off\`: [all rules](rules/README.md) |
${rows.join('\n')}

Settings that begin with \`inlayHints\`, \`codeLens\`, \`serial.onSave\`, \`counterparts\` and \`trace\` are for editors; \`zonewright live\` heeds
\`live.timeout\`, \`live.concurrency\` and \`live.rate\` too. Servers and programs (\`live.resolver\`, \`live.dnsOverHttps\`,
\`externalCheckers\`) and the log are named by the editor's settings alone; in \`zonewright.json\` they count for nothing, which is told. What a file itself can say: \`; zonewright-disable-line ptr-missing -- why\`,
\`; zonewright-disable-next-line ...\`, or \`; zonewright-disable ...\` and \`; zonewright-enable ...\` around a stretch.
`;
}

function defaultOf({ default: value }: SettingRow): string {
  return value === undefined || value === '' ? '' : `\`${JSON.stringify(value)}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
