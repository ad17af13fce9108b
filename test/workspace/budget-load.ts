import { DECLARED } from '../../src/project/claim.ts';
import { includeFault } from '../../src/report/report-text.ts';
import { sourceOfText } from '../../src/text/source.ts';
import { Store } from '../../src/workspace/store.ts';

/** What is held and said of files, of which `zone` is read as example.com. */
export function bindlessLoad(files: Readonly<Record<string, string>>): {
  readonly faults: readonly string[];
  readonly recordCount: number;
} {
  const store = new Store();
  store.findInclude = (path) => (path in files ? path : undefined);
  for (const [name, text] of Object.entries(files)) store.setFile(name, sourceOfText(text));
  const com = store.names.childText(0, 'com');
  const apex = store.names.childText(com, 'example');
  store.mount('zone', { apex, view: '', zoneClass: 1, traits: DECLARED, held: true });
  store.step(() => false);
  const faults: string[] = [];
  let recordCount = 0;
  for (const block of store.blocks) {
    if (!block) continue;
    recordCount += block.records.length;
    for (const { rule, message } of block.faults) faults.push(`${rule} ${message}`);
    for (const child of block.children) {
      if (!child.problem) continue;
      const { rule, message } = includeFault(block, child);
      faults.push(`${rule} ${message}`);
    }
  }
  return { faults, recordCount };
}
