import { lastSegment } from '../../config/path-index.ts';
import { isNameFault, parseName } from '../../dns/name.ts';
import { type NameId, NO_NAME, ROOT } from '../../dns/name-table.ts';
import { TYPE_SOA } from '../../dns/type-codes.ts';
import { typeCode } from '../../dns/types.ts';
import type { CheckerName } from '../../ports/external-checkers.ts';
import type { Reporter } from '../../report/report.ts';
import { RootSets } from '../../rules/facts/root-sets.ts';
import type { Severity } from '../../rules/rule.ts';
import type { Range } from '../../text/block.ts';
import type { Instance, SourceFile } from '../../workspace/instance.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import type { CheckerMessage } from './read-output.ts';
import { rulesSaying } from './same-message.ts';

/** What a checker says of a zone and Zonewright does not. */
export interface SecondOpinion {
  readonly program: CheckerName;
  readonly path: string;
  readonly range: Range;
  readonly severity: Severity;
  readonly message: string;
}

/** What was found here: also what is switched off or silenced, as somebody has made up their mind about it. */
interface Own {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly isError: boolean;
}

/** Holds what checkers say of a zone against what is found here. Good as long as no text changes. */
export class SecondOpinions {
  readonly #reporter: Reporter;
  readonly #root: Instance;
  readonly #files: ReadonlyMap<string, SourceFile>;
  readonly #sets: RootSets;
  #found: readonly Own[] | undefined;

  /** `files` are those of the zone by the names that the checker knows. */
  constructor(reporter: Reporter, root: Instance, files: ReadonlyMap<string, SourceFile>) {
    this.#reporter = reporter;
    this.#root = root;
    this.#files = files;
    this.#sets = new RootSets(root, reporter.engine.store);
  }

  /** The messages that nothing is found here for, each once a place. */
  unsaid(program: CheckerName, messages: readonly CheckerMessage[]): readonly SecondOpinion[] {
    const opinions = new Map<string, SecondOpinion>();
    for (const said of messages) {
      const place = this.#placeOf(said);
      if (!place || this.#isSaid(program, said, place)) continue;
      const { path, range } = place;
      const message = said.message.replaceAll(/\bz\d+(?=[:' ])/g, (name) =>
        lastSegment(this.#files.get(name)?.path ?? name),
      );
      opinions.set(`${path} ${range.start.line} ${message}`, {
        program,
        path,
        range,
        severity: said.severity,
        message,
      });
    }
    return [...opinions.values()];
  }

  /** Whether a rule says the same here: at the record, or anywhere where the message names no line. */
  #isSaid(program: CheckerName, { message, at }: CheckerMessage, { path, range }: Place): boolean {
    const rules = rulesSaying(program, message);
    const own = this.#own();
    if (!at) return own.some(({ rule }) => rules.has(rule));
    const file = this.#files.get(at.name);
    if (!file) return false;
    // Programs tell of a record where it ends, or where the next one begins.
    const above = this.#reporter.places.linesOfRow(file.document, Math.max(range.start.line - 1, 0));
    const { first, last } = this.#reporter.places.linesOfRow(file.document, range.start.line);
    return own.some(
      (one) =>
        one.path === path &&
        ((rules.has(one.rule) && one.line >= above.first && one.line <= last) ||
          (one.isError && one.line >= first && one.line <= last)),
    );
  }

  #own(): readonly Own[] {
    this.#found ??= [...this.#files.values()].flatMap((file) => foundIn(file, this.#reporter));
    return this.#found;
  }

  #placeOf({ at, owner }: CheckerMessage): Place | undefined {
    const { places } = this.#reporter;
    if (at) {
      const file = this.#files.get(at.name);
      return file && lineOf(file, at.line - 1);
    }
    const record = (owner && this.#recordOf(owner.name, owner.type)) ?? this.#recordAt(this.#root.apex, TYPE_SOA);
    const place = record && places.of(record.at('owner'));
    return place ? lineOf(record.file, place.range.start.line) : lineOf(this.#root.file, 0);
  }

  #recordOf(owner: string, type: string | undefined): ZoneRecord | undefined {
    const { names } = this.#reporter.engine.store;
    const name = parseName(owner);
    if (isNameFault(name)) return undefined;
    const labels = name.labels.map((label) => label.toLowerCase());
    const node = names.findBelow(ROOT, labels.reverse());
    return node === NO_NAME ? undefined : this.#recordAt(node, type === undefined ? undefined : typeCode(type));
  }

  /** The first record of a name, of a type where there is one. */
  #recordAt(name: NameId, type: number | undefined): ZoneRecord | undefined {
    const sets = this.#sets.at(name);
    const [first] = (type === undefined ? undefined : sets.get(type)) ?? [...sets.values()].flat();
    return first === undefined ? undefined : new ZoneRecord(this.#reporter.engine.store, first);
  }
}

interface Place {
  readonly path: string;
  readonly range: Range;
}

function foundIn(file: SourceFile, reporter: Reporter): readonly Own[] {
  const taken: Own[] = [];
  const shown = reporter.of(file, ({ what }) => {
    if (what.at) taken.push({ rule: what.rule, path: what.at.path, line: what.at.start.line, isError: false });
  });
  const own = shown.flatMap(({ rule, path, range, severity, related }) => [
    { rule, path, line: range.start.line, isError: severity === 'error' },
    // A second record is told of at the first one, or the other way round.
    ...related.map((other) => ({ rule, path: other.path, line: other.range.start.line, isError: false })),
  ]);
  return [...own, ...taken];
}

/** What stands on a line, without the blanks around it. */
function lineOf({ document, path }: SourceFile, wanted: number): Place {
  const line = Math.min(wanted, document.lineCount - 1);
  const text = document.lineText(line);
  const start = { line, character: text.length - text.trimStart().length };
  return { path, range: { start, end: { line, character: Math.max(text.trimEnd().length, start.character) } } };
}
