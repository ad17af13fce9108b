import { TYPE_CAA, TYPE_SRV, TYPE_TXT } from '../dns/type-codes.ts';
import type { Position } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { addressProposals } from './completion/addresses.ts';
import { caaProposals, numberProposals } from './completion/certificates.ts';
import { commentProposals } from './completion/comments.ts';
import { directiveProposals } from './completion/directives.ts';
import { ownerProposals } from './completion/owners.ts';
import { all, byOrder, NOTHING, type Proposal, type Proposals, proposalsOf } from './completion/proposal.ts';
import { directives } from './completion/record-words.ts';
import { parameterProposals, portProposals } from './completion/services.ts';
import { snippetProposals } from './completion/snippets.ts';
import { type FieldSpot, type OwnerSpot, spotAt } from './completion/spot.ts';
import { targetProposals } from './completion/targets.ts';
import { textProposals } from './completion/texts.ts';
import { timeProposals } from './completion/times.ts';
import { headerProposals, typeProposals } from './completion/types.ts';
import type { FeatureContext } from './context.ts';

/** What may stand at a position; each context has a file of its own in `completion`. */
export function completion(ctx: FeatureContext, file: SourceFile, position: Position): Proposals {
  const spot = spotAt(ctx, file, position);
  switch (spot?.kind) {
    case 'owner':
      return ownerColumn(ctx, spot);
    case 'header':
      return all(headerProposals(ctx, spot));
    case 'directive':
      return all(directiveProposals(ctx, spot));
    case 'comment':
      return all(commentProposals(spot));
    case 'field':
      return fieldValues(ctx, spot);
    case undefined:
      return NOTHING;
  }
}

/** Directives alone behind a `$`; else owners, then snippets. */
function ownerColumn(ctx: FeatureContext, spot: OwnerSpot): Proposals {
  const words = proposalsOf(directives, spot.range).map((one) => ({ ...one, kind: 'directive' as const }));
  if (spot.prefix.startsWith('$')) return all(words);
  const owners = ownerProposals(ctx, spot);
  const rest = words.map((one) => ({ ...one, order: `4${one.order}` }));
  return { ...owners, items: [...owners.items, ...rest, ...snippetProposals(ctx, spot)] };
}

function fieldValues(ctx: FeatureContext, spot: FieldSpot): Proposals {
  const { row, field, range } = spot;
  if (row.typeCode === TYPE_TXT) return all(textProposals(ctx, spot));
  if (row.typeCode === TYPE_CAA) return all(caaProposals(ctx, spot));
  switch (field.use) {
    case 'host':
    case 'name':
      return targetProposals(ctx, spot);
    case 'ipv4':
    case 'ipv6':
      return all(addressProposals(ctx, spot));
    case 'ttl':
      return all(timeProposals(ctx, spot));
    case 'type':
      return all(typeProposals(range).sort(byOrder));
    case 'parameter':
      return all(parameterProposals(ctx, spot));
    default:
      if (row.typeCode === TYPE_SRV && field.name === 'port') return all(portProposals(ctx, spot));
      return all([
        ...(numberProposals(spot) ?? []),
        ...field.words.map(
          (label): Proposal => ({ label, kind: 'value', range, detail: field.name, order: `1${label}` }),
        ),
      ]);
  }
}
