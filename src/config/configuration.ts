import type { ZoneBounds } from './zone-bounds.ts';

/** A stretch of a configuration file's text: UTF-16 offsets, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The servers whose configuration is read. */
export type Dialect = 'bind' | 'nsd' | 'knot' | 'coredns';

/** What the server does with a zone. `other` answers from no zone file that a person would edit. */
export type ZoneRole = 'primary' | 'secondary' | 'hint' | 'forward' | 'other';

/** One mistake in a configuration; reading goes on after it. */
export interface ConfigurationFault extends Span {
  readonly message: string;
  /** Where it is likely and no more. */
  readonly severity?: 'warning';
  /** What is clearly meant. */
  readonly fix?: ConfigurationFix;
}

/** A change of a configuration's text. */
export interface ConfigurationFix extends Span {
  readonly title: string;
  readonly text: string;
}

/** A value of a configuration with the place it was written at; the range leaves quotation marks out. */
export interface Located {
  readonly text: string;
  readonly range: Span;
}

/** Another configuration file that is read at this place. `pattern` may be a glob, and is a path of the server. */
export interface Include {
  readonly pattern: string;
  readonly range: Span;
  readonly view?: string;
  /** The zones of the block around it (CoreDNS): what is included goes on in that block. */
  readonly servedZones?: readonly string[];
  /** The template that stands for the beginning of the included file (NSD): it goes on in the clause around the include. */
  readonly continuedAs?: string;
  /** The file lists zones, each with its pattern, as `nsd-control addzone` writes it (NSD). */
  readonly zoneList?: true;
}

/** What a zone, a template or a default says of a zone's file. Absent means not said here. */
export interface ZoneSettings extends ZoneBounds {
  readonly type?: string;
  readonly file?: Located;
  readonly storage?: string;
  readonly journal?: string;
  readonly inView?: string;
  readonly transferredIn?: boolean;
  readonly updates?: boolean;
  readonly updateAcls?: readonly string[];
  readonly signed?: boolean;
  readonly inlineSigning?: boolean;
  readonly fileWrittenBack?: boolean;
  readonly generated?: boolean;
  readonly catalog?: boolean;
  /** The zone's records may come from elsewhere than a file that is named here. */
  readonly dataElsewhere?: boolean;
}

/** Settings, or the name of a template whose settings stand in this place. Later layers win over earlier ones. */
export type SettingsLayer =
  | { readonly kind: 'settings'; readonly settings: ZoneSettings }
  | { readonly kind: 'template'; readonly name: string; readonly range?: Span };

/** A zone as one file declares it, before templates and defaults of other files are known. */
export interface ZoneStatement {
  /** Absolute, lower case, with its final dot. */
  readonly name: string;
  /** The name as written, without its final dot: what `%s` stands for. */
  readonly writtenName: string;
  readonly nameRange: Span;
  readonly range: Span;
  readonly view?: string;
  readonly class: string;
  /** What the zone is served at (CoreDNS): the same name at another port or address is another zone. */
  readonly listener?: string;
  readonly layers: readonly SettingsLayer[];
}

/** Settings that zones name (`pattern` in NSD, `template` in Knot and BIND). */
export interface TemplateStatement {
  readonly name: string;
  readonly nameRange: Span;
  readonly layers: readonly SettingsLayer[];
}

/** What holds for every zone of a view, or of the server where no view is given. */
export interface DefaultsStatement {
  readonly view?: string;
  readonly settings: ZoneSettings;
}

/** A zone that another statement gives a meaning to. */
export interface ZoneMention {
  readonly name: string;
  readonly view?: string;
}

/** Files of a folder that are zones by their names (CoreDNS `auto`). `$1`-style groups are written `{1}` in `template`. */
export interface ZoneFolder {
  readonly directory: string;
  readonly range: Span;
  readonly expression: string;
  readonly template: string;
  /** Only names at or below one of these are served. */
  readonly origins: readonly string[];
  readonly listener: string;
  readonly view?: string;
}

/** One configuration file, read. Only {@link ConfiguredZone} has templates and defaults applied. */
export interface Configuration {
  readonly dialect: Dialect;
  readonly zones: readonly ZoneStatement[];
  readonly templates: readonly TemplateStatement[];
  readonly defaults: readonly DefaultsStatement[];
  readonly includes: readonly Include[];
  readonly views: readonly Located[];
  readonly folders: readonly ZoneFolder[];
  /** What relative zone files are relative to. */
  readonly directory?: Located;
  readonly responsePolicies: readonly ZoneMention[];
  readonly catalogs: readonly ZoneMention[];
  /** Access lists that allow dynamic updates (Knot). */
  readonly updateAcls: readonly string[];
  readonly faults: readonly ConfigurationFault[];
}

/** A zone with everything its server says of it. */
export interface ConfiguredZone extends ZoneBounds {
  /** Absolute, lower case, with its final dot. */
  readonly name: string;
  readonly nameRange: Span;
  /** The whole statement. */
  readonly range: Span;
  /** Unquoted, with `%s` and its like replaced; a path of the server, possibly relative. */
  readonly file?: string;
  /** Where the zone itself names its file; absent where a template or a default does. */
  readonly fileRange?: Span;
  /** What the server refuses the zone for, as its statement has none; `view`: the one that `in-view` names has no such zone. */
  readonly lacks?: 'type' | 'file' | 'view';
  readonly role: ZoneRole;
  /** The type as written in named.conf (`primary`, `redirect`...), lower case. */
  readonly type?: string;
  readonly view?: string;
  /** What the zone is served at (CoreDNS). */
  readonly listener?: string;
  /** The view of which this zone is the same (BIND `in-view`). */
  readonly inView?: string;
  readonly class: string;
  /** The server writes to the file: dynamic update, generated records, or signing in place. */
  readonly dynamic: boolean;
  /** The server signs the zone, in place or in a file beside it. */
  readonly signed: boolean;
  /** It signs in a file beside it: the zone's own file stays as people write it. */
  readonly inlineSigning: boolean;
  readonly responsePolicy: boolean;
  readonly catalog: boolean;
  readonly journal?: string;
  readonly dialect: Dialect;
}

/** What the surroundings of a configuration file mean for its text: the file may be included inside a view. */
export interface ReadingContext {
  readonly view?: string;
  readonly class?: string;
  readonly servedZones?: readonly string[];
  readonly continuedAs?: string;
  readonly zoneList?: true;
}

/** A configuration under construction: what a reader fills in. */
export interface ConfigurationDraft extends Configuration {
  readonly zones: ZoneStatement[];
  readonly templates: TemplateStatement[];
  readonly defaults: DefaultsStatement[];
  readonly includes: Include[];
  readonly views: Located[];
  readonly folders: ZoneFolder[];
  directory?: Located;
  readonly responsePolicies: ZoneMention[];
  readonly catalogs: ZoneMention[];
  readonly updateAcls: string[];
  readonly faults: ConfigurationFault[];
}

/** An empty configuration for a reader to fill. */
export function draftConfiguration(dialect: Dialect): ConfigurationDraft {
  return {
    dialect,
    zones: [],
    templates: [],
    defaults: [],
    includes: [],
    views: [],
    folders: [],
    responsePolicies: [],
    catalogs: [],
    updateAcls: [],
    faults: [],
  };
}
