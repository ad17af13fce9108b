import { phrase } from '../language/phrase.ts';
import type {
  Configuration,
  ConfigurationFault,
  ConfiguredZone,
  Dialect,
  SettingsLayer,
  Span,
  TemplateStatement,
  ZoneMention,
  ZoneRole,
  ZoneSettings,
  ZoneStatement,
} from './configuration.ts';
import { expandFileName } from './file-name-pattern.ts';
import { boundsOf } from './zone-bounds.ts';

/** What all configuration files of one server say together: templates, defaults and mentions reach over files. */
export interface ServerSettings {
  readonly dialect: Dialect;
  readonly templates: ReadonlyMap<string, ZoneSettings>;
  /** By view; the empty key is the server's own. */
  readonly defaults: ReadonlyMap<string, ZoneSettings>;
  readonly responsePolicies: ReadonlySet<string>;
  readonly catalogs: ReadonlySet<string>;
  readonly updateAcls: ReadonlySet<string>;
}

/** Puts together what the files of one server say. */
export function serverSettings(dialect: Dialect, configurations: readonly Configuration[]): ServerSettings {
  const defaults = new Map<string, ZoneSettings>();
  for (const configuration of configurations) {
    for (const { view = '', settings } of configuration.defaults) {
      defaults.set(view, { ...defaults.get(view), ...settings });
    }
  }
  return {
    dialect,
    templates: templateSettings(configurations.flatMap((configuration) => configuration.templates)),
    defaults,
    responsePolicies: new Set(
      configurations.flatMap((configuration) => configuration.responsePolicies.map(mentionKey)),
    ),
    catalogs: new Set(configurations.flatMap((configuration) => configuration.catalogs.map(mentionKey))),
    updateAcls: new Set(configurations.flatMap((configuration) => configuration.updateAcls)),
  };
}

/** Names of templates that no file of the server defines. */
export function templateFaults(configuration: Configuration, server: ServerSettings): ConfigurationFault[] {
  return [...configuration.zones, ...configuration.templates].flatMap((statement) =>
    statement.layers.flatMap((layer) => {
      if (layer.kind !== 'template' || layer.range === undefined || server.templates.has(layer.name)) return [];
      return [{ ...layer.range, message: phrase`There is no ${TEMPLATE_WORD[server.dialect]} "${layer.name}"` }];
    }),
  );
}

const TEMPLATE_WORD = { bind: 'template', nsd: 'pattern', knot: 'template', coredns: 'snippet' };

/** A zone with the settings of the whole server. */
export function configuredZone(statement: ZoneStatement, server: ServerSettings): ConfiguredZone {
  const settings: ZoneSettings = {
    ...server.defaults.get(''),
    ...(statement.view === undefined ? {} : server.defaults.get(statement.view)),
    ...merge(statement.layers, server.templates),
  };
  const { name, nameRange, range, view, listener } = statement;
  const { dialect } = server;
  const type = settings.type;
  const file = fileOf(statement, settings, dialect);
  const role = roleOf(dialect, settings);
  return {
    name,
    nameRange,
    range,
    role,
    class: statement.class,
    dynamic: isWrittenByServer(settings, server, role),
    signed: role === 'primary' && settings.signed === true,
    inlineSigning: role === 'primary' && isSignedBeside(settings, dialect),
    responsePolicy: isMentioned(server.responsePolicies, name, view),
    catalog: settings.catalog === true || isMentioned(server.catalogs, name, view),
    dialect,
    ...boundsOf(settings),
    ...(type === undefined ? {} : { type }),
    ...(view === undefined ? {} : { view }),
    ...(listener === undefined ? {} : { listener }),
    ...(settings.inView === undefined ? {} : { inView: settings.inView }),
    ...(settings.journal === undefined ? {} : { journal: settings.journal }),
    ...(file === undefined ? {} : { file }),
    ...ownFileRange(statement, settings),
    ...lack(statement, settings, server),
  };
}

/** BIND wants a type, reads primary zones and hints from a file, and does not start where one of these is not named. */
function lack(
  { layers }: ZoneStatement,
  { type, file, inView, dataElsewhere }: ZoneSettings,
  { dialect, templates }: ServerSettings,
): Pick<ConfiguredZone, 'lacks'> {
  if (dialect !== 'bind' || inView !== undefined || dataElsewhere === true) return {};
  if (!layers.every((layer) => layer.kind === 'settings' || templates.has(layer.name))) return {};
  if (type === undefined) return { lacks: 'type' };
  return file === undefined && ['primary', 'master', 'hint'].includes(type) ? { lacks: 'file' } : {};
}

/** A template may name those above it; the second round is for files that were put together in another order. */
function templateSettings(statements: readonly TemplateStatement[]): ReadonlyMap<string, ZoneSettings> {
  const templates = new Map<string, ZoneSettings>();
  for (const { name, layers } of [...statements, ...statements]) templates.set(name, merge(layers, templates));
  return templates;
}

/** Layers in order, later ones winning. */
function merge(layers: readonly SettingsLayer[], templates: ReadonlyMap<string, ZoneSettings>): ZoneSettings {
  const settings: { -readonly [Key in keyof ZoneSettings]: ZoneSettings[Key] } = {};
  for (const layer of layers) {
    Object.assign(settings, layer.kind === 'settings' ? layer.settings : templates.get(layer.name));
  }
  return settings;
}

/** Where the zone itself, not a template, names the file. */
function ownFileRange(statement: ZoneStatement, settings: ZoneSettings): { readonly fileRange?: Span } {
  const { file } = settings;
  const isOwn = statement.layers.some((layer) => layer.kind === 'settings' && layer.settings.file === file);
  return file !== undefined && isOwn ? { fileRange: file.range } : {};
}

/** Knot has a name for a zone file that nobody names; an empty name means that there is no file. */
function fileOf(statement: ZoneStatement, settings: ZoneSettings, dialect: Dialect): string | undefined {
  const pattern = settings.file?.text ?? (dialect === 'knot' ? '%s.zone' : undefined);
  if (pattern === undefined || pattern === '') return undefined;
  const { type } = settings;
  const file = expandFileName(dialect, pattern, {
    name: statement.writtenName,
    ...(type === undefined ? {} : { type }),
    ...(statement.view === undefined ? {} : { view: statement.view }),
  });
  const { storage } = settings;
  return storage === undefined || /^([A-Za-z]:)?[/\\]/.test(file) ? file : `${storage}/${file}`;
}

function roleOf(dialect: Dialect, settings: ZoneSettings): ZoneRole {
  if (dialect !== 'bind')
    return settings.transferredIn === true || settings.type === 'secondary' ? 'secondary' : 'primary';
  switch (settings.type) {
    case 'primary':
    case 'master':
      return 'primary';
    case 'secondary':
    case 'slave':
    case 'mirror':
    case 'stub':
      return 'secondary';
    case 'hint':
      return 'hint';
    case 'forward':
      return 'forward';
    case undefined:
      return settings.file !== undefined && settings.transferredIn !== true ? 'primary' : 'other';
    default:
      return 'other';
  }
}

/** BIND signs beside the zone's file unless told otherwise (the policies of 9.20 have `inline-signing yes`). */
function isSignedBeside(settings: ZoneSettings, dialect: Dialect): boolean {
  if (settings.inlineSigning !== undefined) return settings.inlineSigning;
  return dialect === 'bind' && settings.signed === true && settings.fileWrittenBack !== true;
}

function isWrittenByServer(settings: ZoneSettings, server: ServerSettings, role: ZoneRole): boolean {
  if (role !== 'primary') return false;
  if (settings.updates === true || settings.generated === true) return true;
  if (server.dialect === 'knot' && settings.fileWrittenBack === false) return false;
  if (settings.updateAcls?.some((acl) => server.updateAcls.has(acl)) === true) return true;
  return settings.signed === true && !isSignedBeside(settings, server.dialect);
}

function mentionKey(mention: ZoneMention): string {
  return mention.view === undefined ? mention.name : `${mention.name} ${mention.view}`;
}

/** What the options mention holds in every view. */
function isMentioned(mentions: ReadonlySet<string>, name: string, view: string | undefined): boolean {
  return mentions.has(name) || (view !== undefined && mentions.has(`${name} ${view}`));
}
