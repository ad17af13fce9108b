import { Project } from '../../src/project/project.ts';
import { Reporter } from '../../src/report/report.ts';
import { Engine } from '../../src/rules/engine/engine.ts';
import { registry } from '../../src/rules/registry.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
import { sourceOfText } from '../../src/text/source.ts';
import { Store } from '../../src/workspace/store.ts';

/** The files of a workspace by their paths, configurations of servers among them. */
export type Files = Readonly<Record<string, string>>;

/**
 * What a rule says in a workspace whose configurations say which file is which zone: `path:line:column severity message`,
 * in the order of the paths. Rules that look at configurations, or at who serves a zone, are tested so.
 */
export function served(files: Files, rule: string): string[] {
  const store = new Store();
  const engine = new Engine(store, registry, () => ({
    externalNetworks: [],
    pools: [],
    now: 1_700_000_000,
    bumpOnFix: false,
    isOff: () => false,
  }));
  const project = new Project(store);
  project.configure({ ...defaultSettings, includeBase: undefined });
  for (const path of Object.keys(files)) project.addPath(path);
  for (const [path, text] of Object.entries(files)) project.put(path, sourceOfText(text));
  for (;;) {
    do engine.step(() => false);
    while (project.associate() || store.busy || !engine.settled);
    const wanted = project.wantedIncludes();
    if (wanted.length === 0) break;
    for (const path of wanted) project.put(path, sourceOfText(files[path] ?? ''));
  }
  const reporter = new Reporter(engine, () => defaultSettings, project);
  return Object.keys(files)
    .sort()
    .flatMap((path) => {
      const file = store.files.get(path);
      return [...(file ? reporter.of(file) : []), ...reporter.ofConfiguration(path)];
    })
    .filter((shown) => shown.rule === rule)
    .map(({ path, range: { start }, severity, message }) => {
      return `${path}:${start.line + 1}:${start.character + 1} ${severity} ${message}`;
    });
}
