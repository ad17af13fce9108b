import { type NameId, type NameTable, ROOT } from '../../dns/name-table.ts';
import { TYPE_CNAME } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/**
 * An alias of an S3 website whose bucket has another name: S3 finds the bucket by the name that browsers ask for, so they get
 * "NoSuchBucket", or the pages of whoever makes that bucket first.
 */
export const cnameProviderName = defineRule({
  id: 'cname-provider-name',
  scope: 'name',
  owners: 'others',
  severity: 'warning',
  types: [TYPE_CNAME],
  summary: 'Alias of an S3 website whose bucket is not named as the alias is',
  wants: ({ store: { names, records }, held }, name) => {
    for (let id = held.view.index.firstAt(name); id >= 0; id = records.nextAt(id))
      if (records.type[id] === TYPE_CNAME && isOfAmazon(names, records.data[id] as number)) return true;
    return false;
  },
  check(name, records, ctx, report) {
    const alias = records.find(({ type }) => type === TYPE_CNAME);
    const bucket = alias && bucketOf(ctx.held.text(alias.data));
    const owner = shown(ctx, name);
    if (ctx.store.names.isWildcard(name)) return;
    if (!alias?.zone || bucket === undefined || bucket === owner || !isPaired(alias.zone, ctx)) return;
    report({
      at: alias.at('target'),
      message: phrase`${owner} is an alias of the S3 website of the bucket "${bucket}", but S3 looks for a bucket named "${owner}": visitors get NoSuchBucket, or the pages of whoever makes that bucket first`,
    });
  },
});

function isOfAmazon(names: NameTable, target: NameId): boolean {
  for (let node = target; node > ROOT; node = names.parent(node))
    if (names.firstByte(node) === LETTER_A && names.labelText(node) === 'amazonaws') return true;
  return false;
}

const LETTER_A = 97;
const WEBSITE = /^(.+)\.s3-website[.-][a-z0-9-]+\.amazonaws\.com(?:\.cn)?\.$/;

/** The bucket of an S3 website's name; undefined for other names. */
function bucketOf(target: string): string | undefined {
  return target.includes('.s3-website') ? WEBSITE.exec(target)?.[1] : undefined;
}
