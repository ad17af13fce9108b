import type { Dialect } from '../../config/configuration.ts';
import { shownName } from '../../dns/shown-name.ts';
import { translated } from '../../language/phrase.ts';
import { all, NOTHING, type Proposal, type Proposals } from '../completion/proposal.ts';
import type { FeatureContext } from '../context.ts';
import { baseOf, pathWords } from '../renamed-files.ts';
import { type ConfigurationPlace, type ConfigurationSpot, dialectOf, placeAt } from './place.ts';
import { bindClauses, type Clauses, coreDnsClauses, knotClauses, nsdClauses, type StatementWord } from './words.ts';

const CLAUSES: Readonly<Record<Dialect, Clauses>> = {
  bind: bindClauses,
  nsd: nsdClauses,
  knot: knotClauses,
  coredns: coreDnsClauses,
};

/** Clauses that are like another one. */
const SAME: Readonly<Record<string, string>> = { pattern: 'zone', template: 'zone' };

/** More files are not offered. */
const MOST_FILES = 500;

/** What may stand at a place of a configuration: statements, their values, zone files, names of zones. */
export function completeConfiguration(ctx: FeatureContext, spot: ConfigurationSpot): Proposals {
  const { path, text, offset, position } = spot;
  const place = placeAt(dialectOf(path, text), text, offset);
  if (!place || place.prefix.includes('\n')) return NOTHING;
  const start = { line: position.line, character: position.character - place.prefix.length };
  return all(proposalsAt(ctx, path, place).map((one) => ({ ...one, range: { start, end: position } })));
}

type Bare = Omit<Proposal, 'range'>;

function proposalsAt(ctx: FeatureContext, path: string, place: ConfigurationPlace): Bare[] {
  const statements = statementsOf(place.dialect, place.clause);
  const [first] = place.words;
  if (first === undefined) return place.isQuoted ? [] : statementProposals(ctx, path, { place, statements });
  const keyword = first.toLowerCase();
  const isFirstValue = place.words.length === 1;
  if (isFirstValue && ['file', 'zonefile'].includes(keyword)) return fileProposals(ctx, path, place);
  if (isFirstValue && (keyword === 'include' || keyword === 'import')) return includeProposals(ctx, path, place);
  const namesZone = (keyword === 'zone' && place.dialect === 'bind') || ['name', 'domain'].includes(keyword);
  if (isFirstValue && namesZone) return zoneProposals(ctx, place);
  const known = statements.find(({ word }) => word.replace(/:$/, '') === keyword);
  return (known?.values ?? []).map((label) => ({ label, kind: 'value' }));
}

/** The statements of a clause, as they are explained. */
export function statementsOf(dialect: Dialect, clause: string): readonly StatementWord[] {
  const clauses = CLAUSES[dialect];
  return clauses[SAME[clause] ?? clause] ?? [];
}

function statementProposals(
  ctx: FeatureContext,
  path: string,
  { place, statements }: { readonly place: ConfigurationPlace; readonly statements: readonly StatementWord[] },
): Bare[] {
  const listed = place.dialect === 'bind' ? listValues(place.clause) : [];
  const words = statements.map(({ word, about }, index): Bare => {
    const snippet = place.dialect === 'bind' ? bindSnippet(word, place.clause, () => zoneFolder(ctx, path)) : undefined;
    return {
      label: word,
      kind: 'directive',
      detail: translated(about),
      order: String(index).padStart(3, '0'),
      ...(snippet === undefined ? {} : { snippet: snippet.snippet, text: snippet.text }),
    };
  });
  return [...words, ...listed];
}

/** Within `allow-query { ... }` and its like: who is meant. */
function listValues(clause: string): Bare[] {
  const list = Object.values(bindClauses)
    .flat()
    .find(({ word, values }) => word === clause && values?.includes('localnets'));
  return (list?.values ?? []).map((label) => ({ label, kind: 'value', text: `${label};` }));
}

/** What is written for a statement that people write whole. */
function bindSnippet(
  word: string,
  clause: string,
  folder: () => string,
): { readonly snippet: string; readonly text: string } | undefined {
  if (word === 'zone') {
    const escaped = folder().replace(/[\\$}]/g, '\\$&');
    return {
      snippet: `zone "\${1:example.com}" {\n\ttype \${2|primary,secondary,hint,forward|};\n\tfile "\${3:${escaped}$1.zone}";\n};`,
      text: `zone "example.com" {\n\ttype primary;\n\tfile "${folder()}example.com.zone";\n};`,
    };
  }
  if (word === 'view')
    return {
      snippet: `view "\${1:internal}" {\n\tmatch-clients { \${2:localnets}; };\n\t$0\n};`,
      text: 'view "internal" {\n\tmatch-clients { localnets; };\n};',
    };
  if (word === 'type' && clause === 'zone') return { snippet: `type \${1:primary};`, text: 'type primary;' };
  if (word === 'file' && clause === 'zone') return { snippet: 'file "$1";', text: 'file "";' };
  return undefined;
}

/**
 * Zone files of the workspace as this configuration writes paths, those first that no configuration names; and the other
 * files beside them that may become zones.
 */
function fileProposals(ctx: FeatureContext, path: string, place: ConfigurationPlace): Bare[] {
  const { prefix, folder } = folderOfPaths(ctx, path);
  const named = new Set(ctx.project.configurations.map.zones.flatMap(({ files }) => files));
  const found = new Map<string, Bare>();
  const { files, names } = ctx.engine.store;
  for (const file of [...files.keys(), ...othersIn(ctx, folder)]) {
    if (found.size >= MOST_FILES) break;
    if (!file.startsWith(`${folder}/`)) continue;
    const apex = files.get(file)?.instances.find(({ zone, parent }) => zone && !parent)?.apex;
    const text = [...prefix, file.slice(folder.length + 1)].join('/');
    const detail = apex === undefined ? '' : shownName(names, apex);
    const order = `${named.has(file) ? 1 : files.has(file) ? 0 : 2}${text}`;
    found.set(file, found.get(file) ?? quoted(place, text, { detail, order, kind: 'file' }));
  }
  return [...found.values()];
}

/** The files right in a folder that are neither configurations nor hidden. */
function othersIn({ project }: FeatureContext, folder: string): readonly string[] {
  const { configurations, paths } = project;
  return [...paths.filesIn(folder)].filter(
    (file) => configurations.text(file) === undefined && !/\/\.[^/]*$/.test(file),
  );
}

/** What the paths of a configuration are relative to: as those that it has lead to their files, else its own folder. */
function folderOfPaths(
  ctx: FeatureContext,
  path: string,
): { readonly prefix: readonly string[]; readonly folder: string } {
  const base = pathWords(ctx, path).flatMap((word) => baseOf(word) ?? [])[0];
  return base ?? { prefix: [], folder: path.slice(0, path.lastIndexOf('/')) };
}

/** Where most zone files below that lie, as this configuration writes paths, with its final slash; `zones/` where there are none. */
function zoneFolder(ctx: FeatureContext, path: string): string {
  const { prefix, folder } = folderOfPaths(ctx, path);
  const counts = new Map<string, number>();
  for (const [file, { instances }] of ctx.engine.store.files) {
    if (!file.startsWith(`${folder}/`) || !instances.some(({ zone, parent }) => zone && !parent)) continue;
    const within = file.slice(folder.length + 1, file.lastIndexOf('/') + 1);
    counts.set(within, (counts.get(within) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  return most ? [...prefix, most[0]].join('/') : 'zones/';
}

function includeProposals(ctx: FeatureContext, path: string, place: ConfigurationPlace): Bare[] {
  const { prefix, folder } = folderOfPaths(ctx, path);
  return [...ctx.project.configurations.paths].flatMap((other) =>
    other === path || !other.startsWith(`${folder}/`)
      ? []
      : [
          quoted(place, [...prefix, other.slice(folder.length + 1)].join('/'), {
            detail: '',
            order: other,
            kind: 'file',
          }),
        ],
  );
}

/** The zones of files that no configuration declares. */
function zoneProposals(ctx: FeatureContext, place: ConfigurationPlace): Bare[] {
  const { store } = ctx.engine;
  const found = new Map<string, Bare>();
  for (const view of store.views.values())
    for (const [apex, zones] of view.zones) {
      if (apex <= 0 || zones.every(({ traits }) => traits.declared)) continue;
      const name = shownName(store.names, apex);
      found.set(
        name,
        quoted(place, name, { detail: ctx.label(zones[0]?.root.file.path ?? ''), order: name, kind: 'name' }),
      );
    }
  return [...found.values()];
}

function quoted(
  place: ConfigurationPlace,
  label: string,
  rest: Pick<Bare, 'kind'> & { detail: string; order: string },
): Bare {
  const { detail, ...others } = rest;
  const quote = place.isQuoted || place.dialect === 'coredns' || place.dialect === 'knot' ? '' : '"';
  return {
    label,
    ...others,
    ...(detail === '' ? {} : { detail }),
    ...(quote === '' ? {} : { text: `${quote}${label}${quote}`, filter: `${quote}${label}` }),
  };
}
