import { originFromFileName } from '../config/origin.ts';
import { lastSegment } from '../config/path-index.ts';
import { type NameId, ROOT } from '../dns/name-table.ts';
import { TYPE_NS, TYPE_PTR, TYPE_SOA } from '../dns/type-codes.ts';
import type { Instance, SourceFile } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';
import { addressesOf } from './look-ups.ts';

const LOOKED_AT = 400;

/** What the zone of a file may be for which nothing tells it, the likeliest first. */
export function proposeOrigins(store: Store, file: SourceFile): readonly string[] {
  const instance = file.instances.find(({ parent }) => !parent);
  if (!instance) return [];
  const records = instance.blocks.flatMap((block) => [...(block?.records ?? [])]).slice(0, LOOKED_AT);
  const pointers = records.filter((id) => store.records.type[id] === TYPE_PTR);
  const found =
    pointers.length > 0 ? fromPointers(store, instance, pointers) : [...fromServers(store, records), ...fromName(file)];
  return [...new Set(found)];
}

/** PTR records whose targets have addresses: what follows their owner in the address's reverse name. */
function fromPointers(store: Store, instance: Instance, pointers: readonly number[]): string[] {
  const { names, records } = store;
  const under = `.${names.text(store.states.get(instance.entry).origin)}`;
  const counts = new Map<string, number>();
  for (const pointer of pointers) {
    const owner = names.text(records.owner[pointer] as number);
    if (!owner.endsWith(under)) continue;
    const relative = `${owner.slice(0, -under.length)}.`;
    for (const address of addressesOf(store, records.data[pointer] as number)) {
      const reverse = names.text(address);
      if (reverse.startsWith(relative)) {
        const origin = reverse.slice(relative.length);
        counts.set(origin, (counts.get(origin) ?? 0) + 1);
      }
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([origin]) => origin);
}

/** Where the primary server and all name servers stand under one domain, that is mostly the zone's own. */
function fromServers(store: Store, all: readonly number[]): string[] {
  const { names, records } = store;
  const domains = new Set<NameId>();
  for (const id of all) {
    const type = records.type[id];
    const server = records.data[id] as number;
    if ((type === TYPE_SOA || type === TYPE_NS) && server > ROOT) domains.add(names.parent(server));
  }
  const [domain] = domains;
  if (domain === undefined || domains.size > 1 || names.depth(domain) < 2) return [];
  const text = names.text(domain);
  return text.includes('\\000') ? [] : [text];
}

/** A name that is a domain's, though nothing in it marks the file as its zone. */
function fromName({ path }: SourceFile): string[] {
  const name = lastSegment(path).replace(/\.txt$/i, '');
  if (MARKED.test(name)) return [];
  const origin = originFromFileName(`${name}.zone`);
  return origin ? [...(origin.alternatives ?? [origin.origin])] : [];
}

/** Endings of zone files: what such names tell is known without asking. */
const MARKED = /^db\.|\.(zone|db|dns|hosts|zonefile|rev|signed|soa|arpa|inc|conf)$|^[^.]+$/i;
