import type { Dialect } from '../config/configuration.ts';
import { TYPE_SOA } from '../dns/type-codes.ts';
import { phrase } from '../language/phrase.ts';
import type { Project } from '../project/project.ts';
import {
  portabilityGenerate,
  portabilityIncludeTtl,
  portabilityOrigin,
  portabilityTtl,
  syntaxCrlf,
} from '../rules/text/text-rules.ts';
import { Header } from '../syntax/header.ts';
import { BLANK_OWNER, Tape } from '../syntax/tape.ts';
import { type Block, lineEnd } from '../text/block.ts';
import type { Instance, InstanceBlock, SourceFile } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';
import { tokensOf } from '../zone/row-words.ts';
import type { Faulted } from './fault-types.ts';
import type { Places } from './place.ts';

/** A server that reads zone files otherwise than BIND. */
type Server = 'NSD' | 'Knot';

interface PortabilityFault {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly say: (servers: string) => string;
  /** The servers that it concerns. */
  readonly of: readonly Server[];
}

const BOTH: readonly Server[] = ['NSD', 'Knot'];

/**
 * What a zone file holds that its own server does not read as BIND does: said only where the configuration of that
 * server, NSD or Knot, declares the zone. Invariant: what is kept of a block depends on its text only.
 */
export class PortabilityReport {
  readonly #project: Project;
  readonly #places: Places;
  readonly #known = new WeakMap<Block, readonly PortabilityFault[]>();

  constructor(project: Project, places: Places) {
    this.#project = project;
    this.#places = places;
  }

  /** What its servers read otherwise, or not at all; nothing where no such server's configuration declares the zone. */
  of(file: SourceFile): Faulted[] {
    const instance = file.instances[0];
    const servers = instance ? serversOf(this.#project, instance) : [];
    if (!instance || servers.length === 0) return [];
    const faults: Faulted[] = [];
    const crlf = servers.includes('Knot') ? crlfFault(file, instance) : undefined;
    if (crlf) faults.push(crlf);
    for (const block of instance.blocks) {
      const text = block && file.document.blocks[block.index];
      if (!text) continue;
      for (const fault of [...this.#faultsOf(text), ...includeFaults(block, text, this.#project.store)]) {
        const concerned = servers.filter((server) => fault.of.includes(server));
        const place = concerned.length > 0 ? this.#places.inBlock(block, fault.start, fault.end) : undefined;
        if (!place) continue;
        const message = fault.say(concerned.join(phrase` and `));
        faults.push({ rule: fault.rule, severity: undefined, message, ...place, related: [], fixes: [], instance });
      }
    }
    return faults;
  }

  #faultsOf(block: Block): readonly PortabilityFault[] {
    const known = this.#known.get(block);
    if (known) return known;
    // Nearly all blocks hold neither.
    const mayHold = /^\$(?:generate|origin)|\d[wdhms]\d/im.test(block.text);
    const faults = mayHold ? faultsOf(block, this.#project.store) : [];
    this.#known.set(block, faults);
    return faults;
  }
}

/** Said once, at the end of the first line. */
function crlfFault({ document, path }: SourceFile, instance: Instance): Faulted | undefined {
  const codes = document.blocks[0]?.codes;
  if (!codes) return undefined;
  const { end } = lineEnd(codes, 0);
  if (codes[end] !== 13 || codes[end + 1] !== 10) return undefined;
  const place = { line: 0, character: end };
  return {
    rule: syntaxCrlf.id,
    severity: undefined,
    message: phrase`The lines end in CR LF, and Knot refuses such a file`,
    path,
    range: { start: place, end: place },
    related: [],
    fixes: [],
    instance,
  };
}

/** The servers whose configurations declare the zone that an instance is of. */
function serversOf(project: Project, instance: Instance): Server[] {
  let root = instance;
  while (root.parent) root = root.parent.instance;
  const dialects = new Set<Dialect>();
  for (const { declared } of project.claims(root.file.path)) {
    const tree = declared && project.configurations.map.servers.find(({ server }) => server === declared.server);
    if (tree) dialects.add(tree.dialect);
  }
  const servers: Server[] = [];
  if (dialects.has('nsd')) servers.push('NSD');
  if (dialects.has('knot')) servers.push('Knot');
  return servers;
}

function faultsOf(block: Block, store: Store): readonly PortabilityFault[] {
  const faults: PortabilityFault[] = [];
  const tape = new Tape();
  const header = new Header();
  const scanned = store.scanBlock(block, tape);
  for (let row = 0; row < tape.rowCount; row++) {
    const first = tape.rowToken[row] as number;
    const tokens = tokensOf(scanned, first, row);
    const [word, argument] = tokens;
    if (!word) continue;
    if (((tape.rowFlags[row] as number) & BLANK_OWNER) === 0 && word.text.startsWith('$')) {
      const directive = word.text.toUpperCase();
      if (directive === '$GENERATE')
        faults.push({
          rule: portabilityGenerate.id,
          start: word.start,
          end: word.end,
          say: (servers) => phrase`$GENERATE is not known to ${servers}, and this zone is served by it`,
          of: BOTH,
        });
      if (directive === '$ORIGIN' && argument && !argument.text.endsWith('.'))
        faults.push({
          rule: portabilityOrigin.id,
          start: argument.start,
          end: argument.end,
          say: (servers) => phrase`$ORIGIN "${argument.text}" is relative, which is refused by ${servers}`,
          of: BOTH,
        });
      if (directive === '$TTL' && argument) addTtl(faults, argument);
      continue;
    }
    header.read(tape, row, scanned.codes);
    const ttl = tokens[header.ttlToken - first];
    if (header.ttlToken >= 0 && ttl) addTtl(faults, ttl);
    if (header.problem === 'none' && header.type === TYPE_SOA)
      for (const time of tokens.slice(header.rdata - first + 3)) addTtl(faults, time);
  }
  return faults;
}

/** NSD 4.12 wants the units of a time in growing order: `30m1h`. */
function addTtl(faults: PortabilityFault[], time: { text: string; start: number; end: number }): void {
  if (!/^(?:\d+[wdhms]){2,}$/i.test(time.text)) return;
  const units = [...time.text.replaceAll(/\d/g, '').toLowerCase()].map((unit) => 'smhdw'.indexOf(unit));
  if (units.every((unit, index) => index === 0 || unit > (units[index - 1] ?? 0))) return;
  faults.push({
    rule: portabilityTtl.id,
    start: time.start,
    end: time.end,
    say: (servers) => phrase`"${time.text}" is refused by ${servers}: write the seconds`,
    of: ['NSD'],
  });
}

/** Included files that set another $TTL, where records follow that take it in BIND. */
function includeFaults(block: InstanceBlock, text: Block, store: Store): PortabilityFault[] {
  const faults: PortabilityFault[] = [];
  for (const { site, instance } of block.children) {
    const exit = instance?.blocks.at(-1)?.exit;
    if (!instance || exit === undefined) continue;
    const ttl = store.states.get(exit).defaultTtl;
    if (ttl === store.states.get(site.entry).defaultTtl || !isTtlTaken(block, site.row, text, store)) continue;
    faults.push({
      rule: portabilityIncludeTtl.id,
      start: site.start,
      end: site.end,
      say: (servers) => phrase`The $TTL ${ttl} of this file counts behind the $INCLUDE in BIND, but not in ${servers}`,
      of: BOTH,
    });
  }
  return faults;
}

/** Whether behind a row of a block another comes that is no $TTL. */
function isTtlTaken(block: InstanceBlock, row: number, text: Block, store: Store): boolean {
  const tape = new Tape();
  let scanned = store.scanBlock(text, tape);
  let next = row + 1;
  if (next >= tape.rowCount) {
    const following = block.instance.file.document.blocks[block.index + 1];
    if (!following) return false;
    scanned = store.scanBlock(following, tape);
    next = 0;
  }
  const [first] = next < tape.rowCount ? tokensOf(scanned, tape.rowToken[next] as number, next) : [];
  return first !== undefined && first.text.toUpperCase() !== '$TTL';
}
