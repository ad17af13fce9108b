import { currentRelease, ensureServer, minimumRelease, startServer } from '../../scripts/vscode-server.ts';
import { launchBrowser, runSuite } from './vscode-workbench.ts';

/**
 * Runs a suite as `code --extensionDevelopmentPath=... --extensionTestsPath=... FOLDER` does, but in the VS Code server
 * and a headless browser. The other options of VS Code mean nothing there. User settings come from SUITE_SETTINGS, as JSON;
 * SUITE_RELEASE=minimum asks for the oldest VS Code that the extension supports.
 */
async function main(args: readonly string[]): Promise<number> {
  const folder = args.find((arg) => !arg.startsWith('--'));
  const extensionPath = optionOf(args, 'extensionDevelopmentPath');
  const testsPath = optionOf(args, 'extensionTestsPath');
  if (!folder || !extensionPath || !testsPath) throw new Error(`unexpected arguments: ${args.join(' ')}`);
  const release = process.env.SUITE_RELEASE === 'minimum' ? minimumRelease : currentRelease;
  const install = await ensureServer(console.log, release);
  const settings: Record<string, unknown> = JSON.parse(process.env.SUITE_SETTINGS ?? '{}');
  const server = await startServer(install, { settings, testDriver: true });
  try {
    const browser = await launchBrowser();
    try {
      return await runSuite(server, browser, { extensionPath, testsPath, folder, onLine: console.log });
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

function optionOf(args: readonly string[], name: string): string | undefined {
  return args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
