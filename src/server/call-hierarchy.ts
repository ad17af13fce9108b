import {
  type CallHierarchyIncomingCall,
  type CallHierarchyIncomingCallsParams,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CallHierarchyOutgoingCallsParams,
  type CallHierarchyPrepareParams,
  SymbolKind,
} from 'vscode-languageserver';
import { type CallSpot, callSpot, incoming, outgoing } from '../features/calls.ts';
import type { NameInView } from '../features/held-name.ts';
import type { Session } from './session.ts';

/** The name or address at a place, whose records are followed in both directions. */
export async function prepareCalls(
  session: Session,
  params: CallHierarchyPrepareParams,
): Promise<CallHierarchyItem[] | null> {
  await session.ready();
  const file = session.file(params.textDocument.uri);
  const spot = file && callSpot(session.features, file, params.position);
  return spot ? [itemOf(session, spot)] : null;
}

/** Who points here. */
export async function incomingCalls(
  session: Session,
  { item }: CallHierarchyIncomingCallsParams,
): Promise<CallHierarchyIncomingCall[]> {
  await session.ready();
  const name = nameOf(item);
  if (!name) return [];
  return incoming(session.features, name).map(({ end, places }) => ({
    from: itemOf(session, end),
    fromRanges: [...places],
  }));
}

/** Where this leads. */
export async function outgoingCalls(
  session: Session,
  { item }: CallHierarchyOutgoingCallsParams,
): Promise<CallHierarchyOutgoingCall[]> {
  await session.ready();
  const name = nameOf(item);
  if (!name) return [];
  return outgoing(session.features, name).map(({ end, places }) => ({
    to: itemOf(session, end),
    fromRanges: [...places],
  }));
}

function itemOf(session: Session, { title, detail, kind, view, name, place }: CallSpot): CallHierarchyItem {
  return {
    name: title,
    detail,
    kind: kind === 'address' ? SymbolKind.Number : SymbolKind.Field,
    uri: session.uri(place.path),
    range: place.range,
    selectionRange: place.range,
    data: { view, name } satisfies NameInView,
  };
}

function nameOf({ data }: CallHierarchyItem): NameInView | undefined {
  const { view, name } = (data ?? {}) as Partial<Record<keyof NameInView, unknown>>;
  return typeof view === 'string' && typeof name === 'string' ? { view, name } : undefined;
}
