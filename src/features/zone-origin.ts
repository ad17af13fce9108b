import { lastSegment } from '../config/path-index.ts';
import { capitalized, phrase } from '../language/phrase.ts';
import { type Claim, NOT_LOADED } from '../project/claim.ts';
import type { Considered } from '../project/considered.ts';
import type { Project } from '../project/project.ts';
import { codeSpan, markdownText } from '../shared/markdown.ts';
import type { Instance, SourceFile } from '../workspace/instance.ts';

/** A zone that a file is read as, or that it is none, and why. Names are without their final dot. */
export interface FileOrigin {
  readonly path: string;
  /** Undefined where nobody knows it. */
  readonly zone: string | undefined;
  readonly view: string;
  /** The folder within which it is checked; empty where copies are not told apart by folders. */
  readonly site: string;
  /** Whether other zones are checked against it. */
  readonly isHeld: boolean;
  /** One clause: what tells the zone, and why it is not held. */
  readonly why: string;
}

/** What the explanation asks: the files with their zones, and what people call a file. */
export interface OriginContext {
  readonly project: Project;
  readonly label: (path: string) => string;
}

/** The zones that a file is read as, in the order of views; one without a zone where nobody knows it. */
export function originsOfFile({ project, label }: OriginContext, file: SourceFile): FileOrigin[] {
  const found = new Map<string, FileOrigin>();
  for (const instance of file.instances) {
    if (instance.isGuest) continue;
    const origin = originOf({ project, label }, file, instance);
    found.set(`${origin.zone ?? ''} ${origin.view} ${origin.why}`, origin);
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : Number(a > b))).map(([, origin]) => origin);
}

function originOf({ project, label }: OriginContext, file: SourceFile, instance: Instance): FileOrigin {
  const { view, apex, zone, parent } = instance;
  const { names } = project.store;
  const text = apex < 0 ? undefined : names.text(apex);
  const isHeld = zone !== undefined && view.zoneAt(apex) === zone;
  const claims = project.claims(file.path);
  const claim = claims.find((one) => one.view === view.name && one.origin === text) ?? claims[0];
  const source = parent ? phrase`included by ${label(parent.instance.file.path)}` : sourceText(claim, label);
  const isLeftOut = !parent && project.isLeftOut(file.path);
  const reason = isHeld || parent ? '' : notHeldText({ project, label }, file, claim);
  const ownView = view.site === '' ? view.name : view.name.slice(view.site.length).trim();
  return {
    path: file.path,
    zone: text === undefined ? undefined : bare(text),
    view: ownView === NOT_LOADED ? '' : ownView,
    site: project.site(file.path),
    isHeld,
    why: [source, isLeftOut ? phrase`no configuration loads it` : '', reason].filter((part) => part !== '').join('; '),
  };
}

function sourceText(claim: Claim | undefined, label: OriginContext['label']): string {
  switch (claim?.source) {
    case 'setting':
      return phrase`mapped by the settings`;
    case 'configuration':
      return phrase`declared in ${claim.declared ? label(claim.declared.config) : phrase`the server's configuration`}`;
    case 'text':
      return phrase`by its $ORIGIN or SOA record`;
    case 'file-name':
      return phrase`by its name`;
    case 'evidence':
      return phrase`by its records`;
    case 'ambiguous':
      return phrase`its name may be ${claim.alternatives.map(bare).join(phrase` or `)}, and no record tells which`;
    default:
      return phrase`nothing tells its zone`;
  }
}

function notHeldText({ project, label }: OriginContext, file: SourceFile, claim: Claim | undefined): string {
  if (!claim || claim.origin === undefined) return '';
  const { role } = claim.traits;
  if (role !== 'primary' && role !== 'secondary') return phrase`a ${claim.declared?.zone.type ?? role} zone`;
  if (claim.ownOrigin !== undefined) return phrase`by its $ORIGIN it is ${bare(claim.ownOrigin)}`;
  if (claim.isSuperseded) return phrase`a configuration loads this zone from another file`;
  const rivals = project.rivals(file.path);
  if (rivals.includes(file.path) || rivals.length > 0)
    return rivals.length > 1
      ? phrase`${rivals.slice(0, MOST_NAMED).map(label).join(', ')} are that zone too`
      : phrase`${rivals.map(label).join('')} is that zone too`;
  if (project.claims(file.path).length > 1) return phrase`several zones are read from it`;
  return phrase`another file has a better claim`;
}

const MOST_NAMED = 3;

/**
 * Which zone a file is and why, as a short Markdown text: what was decided, all that was looked at in the order in which it
 * counts, and how to change it.
 */
export function explainOrigin(ctx: OriginContext, file: SourceFile): string {
  const origins = originsOfFile(ctx, file);
  const considered = ctx.project.considered(file.path);
  const entry = `{ "file": ${JSON.stringify(ctx.label(file.path))}, "origin": "example.com" }`;
  const setting = `"zonewright.zones": [${entry}]`;
  return [
    phrase`# Which zone is ${codeSpan(ctx.label(file.path))}?`,
    '',
    ...(origins.length === 0 ? [phrase`Nothing here reads it as a zone.`] : origins.map(verdict)),
    '',
    phrase`## What was looked at, what counts most first`,
    '',
    ...evidence(ctx, considered, file).map((line, index) => `${index + 1}. ${line}`),
    '',
    phrase`## How to change it`,
    '',
    phrase`- Map the file: ${codeSpan(setting)} in the settings, or \`zones\` in \`zonewright.json\`. That counts more than all else.`,
    phrase`- Or set \`$ORIGIN example.com.\` (with its final dot) above the SOA record; servers read it too.`,
    phrase`- Or name a server's configuration that declares the zone in \`zonewright.configuration\`.`,
    '',
  ].join('\n');
}

function verdict({ zone, view, site, isHeld, why }: FileOrigin): string {
  const where = [
    view === '' ? '' : phrase` in view ${codeSpan(view)}`,
    site === '' ? '' : phrase`, checked within ${codeSpan(site)}`,
  ].join('');
  const what =
    zone === undefined
      ? phrase`Its zone is not known`
      : phrase`It is **${codeSpan(zone === '' ? '.' : zone)}**${where}`;
  const standing = isHeld ? phrase`other zones are checked against it` : phrase`other zones are not checked against it`;
  return `- ${what}: ${markdownText(why)}. ${capitalized(standing)}.`;
}

function evidence(ctx: OriginContext, considered: Considered, file: SourceFile): string[] {
  const { setting, declared, isLeftOut, text, hasSoa, includedBy } = considered;
  const name = codeSpan(lastSegment(file.path));
  return [
    setting?.origin === undefined
      ? phrase`Settings: no entry of \`zonewright.zones\` gives it an origin${setting ? phrase`, but one gives it a view` : ''}.`
      : phrase`Settings: \`zonewright.zones\` says ${codeSpan(bare(setting.origin))}.`,
    declared.length > 0
      ? phrase`Configuration: ${declared.map((one) => configurationText(ctx, one)).join('; ')}.`
      : phrase`Configuration: none declares a zone with this file${isLeftOut ? phrase`, though one loads others: it is kept apart from those` : ''}.`,
    text === undefined
      ? phrase`Text: ${hasSoa ? phrase`it has an SOA record, but` : phrase`it has no SOA record, and`} no absolute $ORIGIN or owner says its zone.`
      : phrase`Text: $ORIGIN and the SOA record say ${codeSpan(bare(text))}.`,
    phrase`Name: ${nameText(considered, name)}`,
    includedBy.length === 0
      ? phrase`Includes: no zone includes it.`
      : phrase`Includes: ${includedBy.map((path) => codeSpan(ctx.label(path))).join(', ')}.`,
  ];
}

function configurationText({ label }: OriginContext, { declared, origin }: Claim): string {
  const config = declared ? label(declared.config) : '';
  return phrase`${codeSpan(config)} loads it as ${codeSpan(bare(origin ?? ''))}`;
}

function nameText({ name, mayBe, decided }: Considered, shown: string): string {
  const readings = name?.alternatives ?? (name ? [name.origin] : mayBe);
  if (readings.length === 0) return phrase`${shown} tells no zone.`;
  const list = readings.map((origin) => codeSpan(bare(origin))).join(phrase` or `);
  if (name && readings.length === 1) return phrase`${shown} says ${list}.`;
  const by =
    decided?.by === 'records'
      ? phrase`its records, and those of other zones, tell`
      : phrase`the only one in private space is`;
  const end = decided ? `${by} ${codeSpan(bare(decided.origin))}` : phrase`no record tells whether or which`;
  return phrase`${shown} may say ${list}: ${end}.`;
}

function bare(origin: string): string {
  return origin.replace(/(.)\.$/, '$1');
}
