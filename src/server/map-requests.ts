import { mapActions, mapEdit } from '../features/map-actions.ts';
import { mapAddress } from '../features/map-address.ts';
import { mapBlock } from '../features/map-block.ts';
import { type GraphNode, nameGraph } from '../features/name-graph.ts';
import { networkAround, zoneTree } from '../features/zone-tree.ts';
import { phrase } from '../language/phrase.ts';
import { viewsToSee } from '../map/views.ts';
import type { FileRange } from '../report/place.ts';
import { rangeText } from '../shared/map-cells.ts';
import type {
  GraphEdge,
  MapActionsResult,
  MapAddressParams,
  MapAddressResult,
  MapEditParams,
  MapEditResult,
  MapStretchParams,
  NameGraphParams,
  NameGraphResult,
  ProtocolPlace,
  ZoneTreeResult,
} from '../shared/map-protocol.ts';
import type { ScopeParams } from '../shared/protocol.ts';
import type { View } from '../workspace/view.ts';
import { noteDoneFromMap } from './done.ts';
import { workspaceEdit } from './edits.ts';
import { sliced } from './maps.ts';
import type { Session } from './session.ts';

/** The longest that a person waits for the analysis, in milliseconds. */
const PATIENCE = 30_000;

/** What is known of an address of a map, or of a block of a wide one. */
export async function provideMapAddress(session: Session, params: MapAddressParams): Promise<MapAddressResult> {
  await session.ready();
  const { address } = params;
  const view = viewNamed(session, params.view);
  if (!view) return { address, lines: [], places: [] };
  if (String(address).includes('/'))
    return { address, lines: await sliced(session, mapBlock(session.features, view, String(address))), places: [] };
  const { lines, places } = mapAddress(session.features, view, String(address));
  return { address, lines, places: places.map((place) => protocolPlace(session, place)) };
}

/** What can be done with the addresses of a stretch. */
export async function provideMapActions(session: Session, params: MapStretchParams): Promise<MapActionsResult> {
  await session.ready();
  const view = viewNamed(session, params.view);
  if (!view) return { actions: [], places: 0 };
  const { first, last } = params;
  const places = first === last ? mapAddress(session.features, view, String(first)).places.length : 0;
  return { actions: mapActions(session.features, { ...params, view }), places };
}

/** The edit of what was chosen for a stretch. */
export async function provideMapEdit(session: Session, params: MapEditParams): Promise<MapEditResult> {
  await session.loop.whenSettled(PATIENCE);
  const view = viewNamed(session, params.view);
  const bulk = view && mapEdit(session.features, { ...params, view }, String(params.key));
  if (!bulk)
    return {
      edit: null,
      count: 0,
      done: null,
      refused: [phrase`This is not to be done any more: the texts have changed`],
    };
  const title = phrase`Fix ${rangeText(params.first, params.last)}`;
  const review = bulk.count > 1 ? phrase`Add the missing PTR records` : undefined;
  const edit = workspaceEdit(session, bulk.edits, { title, ...(review === undefined ? {} : { review }) });
  const done = bulk.title === undefined ? null : noteDoneFromMap(session, bulk.title, bulk.edits);
  return { edit, count: bulk.count, done, refused: bulk.refused };
}

/** A place as it is sent. */
function protocolPlace(session: Session, { path, range }: FileRange): ProtocolPlace {
  return { uri: session.uri(path), start: range.start, end: range.end };
}

function viewNamed(session: Session, name: string): View | undefined {
  return viewsToSee(session.engine).find((view) => view.name === name);
}

/** The zones, networks and mail domains of the workspace. */
export async function provideZoneTree(session: Session, { uri, position }: ScopeParams): Promise<ZoneTreeResult> {
  await session.loop.whenSettled(PATIENCE);
  const tree = await sliced(session, zoneTree(session.features, session.reporter));
  const file = uri === undefined ? undefined : session.file(uri);
  const here = file && position && networkAround(session.features, tree.networks, { file, position });
  return {
    ...tree,
    ...(here === undefined ? {} : { here }),
    zones: tree.zones.map(({ path, ...zone }) => ({ ...zone, uri: session.uri(path), file: session.label(path) })),
    mailDomains: tree.mailDomains.map(({ place, ...domain }) => ({
      ...domain,
      place: place ? protocolPlace(session, place) : null,
    })),
    configurations: tree.configurations.map(({ path, zones }) => ({
      uri: session.uri(path),
      file: session.label(path),
      zones,
    })),
    sites: tree.sites.map(({ site, zones }) => ({ site: session.label(site), zones })),
    loading: !session.loop.isChecked,
  };
}

/** Who points to a name, and where it leads. */
export async function provideNameGraph(session: Session, params: NameGraphParams): Promise<NameGraphResult> {
  // A name that is asked for by itself may be that of the last session, whose files are still being read.
  await (params.name === undefined ? session.ready() : session.loop.whenChecked(PATIENCE));
  const file = params.uri === undefined ? undefined : session.file(params.uri);
  const at =
    file && params.position ? { file, position: params.position, isExact: params.isExact === true } : undefined;
  const graph = nameGraph(session.features, params.name ?? at ?? '');
  const { problem } = graph;
  return {
    ...(problem === undefined ? {} : { problem }),
    name: graph.name,
    isAddress: graph.isAddress,
    from: graph.from.map((node) => edgeOf(session, node)),
    to: graph.to.map((node) => edgeOf(session, node)),
    left: graph.left,
  };
}

function edgeOf(session: Session, { place, ...node }: GraphNode): GraphEdge {
  return { ...node, place: place ? protocolPlace(session, place) : null };
}
