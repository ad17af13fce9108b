import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import type { Surroundings } from '../../src/cli/surroundings.ts';
import { openWorkspace, settleWithCommit } from '../../src/cli/workspace.ts';
import { NO_BASELINE } from '../../src/ports/baseline.ts';
import type { FileContent, FileEntry, FileSystem } from '../../src/ports/file-system.ts';
import { registry } from '../../src/rules/registry.ts';
import { filesOfWorkspace, mappingOf, sampleWorkspaces } from '../support/workspaces.ts';
import { Editor, FOLDER, until } from './editor.ts';

const NOW = 1_795_435_200;
const ROOT = '/workspace';

/** What both sides say of a workspace: which file is which zone, and all findings with their counterparts. */
interface Said {
  readonly mapping: readonly string[];
  readonly findings: readonly string[];
}

/** What an editor shows once it has come to rest, or once it is what is expected. */
async function saidByEditor(
  t: TestContext,
  workspace: { readonly files: Readonly<Record<string, Uint8Array>>; readonly settings: object },
  expected: Said,
): Promise<Said> {
  const { files, settings } = workspace;
  const editor = await Editor.start(t, { rules: registry, files, settings, clock: NOW });
  const { loop, diagnostics } = editor.session;
  const lines = (path: string) =>
    diagnostics.reports
      .of(path)
      .items.map(({ range, severity, code, message }) =>
        [`${path.slice(FOLDER.length + 1)}:${range.start.line + 1}`, SEVERITIES[severity ?? 1], code, message].join(
          ' ',
        ),
      );
  const said = (): Said => ({
    mapping: mappingOf(editor.session, FOLDER),
    findings: [...diagnostics.reports.paths()].flatMap(lines).sort(),
  });
  const isReached = () => loop.isSettled && JSON.stringify(said()) === JSON.stringify(expected);
  await until(() => (isReached() ? true : undefined)).catch(() => undefined);
  return said();
}

const SEVERITIES: Readonly<Record<number, string>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
  [DiagnosticSeverity.Hint]: 'hint',
};

async function saidByCommandLine(
  files: Readonly<Record<string, Uint8Array>>,
  config: string | undefined,
): Promise<Said> {
  const around = surroundings(files);
  const workspace = await openWorkspace({ paths: [], config }, registry, around);
  await settleWithCommit(workspace, around);
  const { reporter } = workspace;
  const shown = [...reporter.all()].flatMap(([file]) => reporter.inEditor(file, Number.POSITIVE_INFINITY).picked);
  for (const path of reporter.configurations()) shown.push(...reporter.ofConfiguration(path));
  assert.deepEqual(workspace.problems, []);
  return {
    mapping: mappingOf(workspace, ROOT),
    findings: shown
      .map(({ path, range, severity, rule, message }) =>
        [`${path.slice(ROOT.length + 1)}:${range.start.line + 1}`, severity, rule, message].join(' '),
      )
      .sort(),
  };
}

function surroundings(files: Readonly<Record<string, Uint8Array>>): Surroundings {
  const contentOf = (path: string): FileContent => {
    const bytes = files[path.slice(ROOT.length + 1)];
    if (bytes) return { kind: 'bytes', bytes };
    const isFolder = path === ROOT || Object.keys(files).some((file) => `${ROOT}/${file}`.startsWith(`${path}/`));
    return { kind: 'problem', problem: isFolder ? 'folder' : 'missing', message: 'there is no such file' };
  };
  const fileSystem: FileSystem = {
    list: async (folder): Promise<FileEntry[]> =>
      Object.keys(files)
        .map((path) => ({ path: `${ROOT}/${path}` }))
        .filter(({ path }) => path.startsWith(`${folder}/`)),
    read: async (path) => contentOf(path),
    readWanted: async (path, isWanted) => {
      const content = contentOf(path);
      return content.kind === 'bytes' && !isWanted(content.bytes) ? undefined : content;
    },
    watch: () => () => {},
  };
  return {
    directory: ROOT,
    files: fileSystem,
    clock: { now: () => NOW },
    baseline: () => NO_BASELINE,
    readInput: async () => new Uint8Array(0),
    writeFiles: async () => [],
    print: async () => {},
    complain: () => {},
    hasColors: false,
    version: '0',
    rulePage: async () => undefined,
    live: () => Promise.reject(new Error('nothing is asked')),
    serve: async () => {},
  };
}

for (const [name, { config, findings }] of Object.entries(sampleWorkspaces)) {
  test(`${name}: editor and command line agree on zones and findings`, async (t) => {
    const files = filesOfWorkspace(name);
    const expected = await saidByCommandLine(files, undefined);
    assert.ok(expected.mapping.some((line) => line.endsWith(' held')));
    for (const finding of findings) {
      const [place = '', rule = ''] = finding.split(' ');
      const isSaid = expected.findings.some((line) => line.startsWith(`${place} `) && line.includes(` ${rule} `));
      assert.ok(isSaid, `${finding} in\n${expected.findings.join('\n')}`);
    }
    assert.deepEqual(await saidByEditor(t, { files, settings: {} }, expected), expected);
    if (config === undefined) return;
    const settings = { configuration: [config] };
    assert.deepEqual(await saidByEditor(t, { files, settings }, expected), expected, 'configured in the settings');
    assert.deepEqual(await saidByCommandLine(files, config), expected, 'with --config');
  });
}
