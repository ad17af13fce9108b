import type { MapPicture, MapRange } from './map-cells.ts';
import type { DoneParams } from './protocol.ts';

/** Begins to draw a network (`OpenMapParams`); until `closeMap` the server tells what changes (`MapChanged`). */
export const openMapRequest = 'zonewright/openMap';
/** Said by the client: a map is not looked at any more (`MapId`). */
export const closeMapRequest = 'zonewright/closeMap';
/** Said by the server: cells of a map that is open have changed (`MapChanged`). */
export const mapChangedNotification = 'zonewright/mapChanged';
/** What is known of an address of a map (`MapAddressParams`, `MapAddressResult`). */
export const mapAddressRequest = 'zonewright/mapAddress';
/** What can be done with a stretch of addresses (`MapStretchParams`, `MapActionsResult`). */
export const mapActionsRequest = 'zonewright/mapActions';
/** The edit of something that can be done (`MapEditParams`, `MapEditResult`). */
export const mapEditRequest = 'zonewright/mapEdit';
/** The zones, networks and mail domains of the workspace (`ScopeParams`, `ZoneTreeResult`). */
export const zoneTreeRequest = 'zonewright/zoneTree';
/** Who points to a name, and where it leads (`NameGraphParams`, `NameGraphResult`). */
export const nameGraphRequest = 'zonewright/nameGraph';

/** A place in a file: zero-based, UTF-16. */
export interface ProtocolPlace {
  readonly uri: string;
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Names a map that is open. */
export interface MapId {
  readonly id: string;
}

/** Asks for the map of a network, which is kept up from then on. */
export interface OpenMapParams extends MapId {
  /** A network, or an address of it. */
  readonly network: string;
  /** The view that knows most of the network where none is named. */
  readonly view?: string;
}

/** The map, or why there is none. */
export interface OpenMapResult {
  /** Why nothing can be drawn. */
  readonly problem?: string;
  readonly picture?: MapPicture;
  /** The views that can be drawn. */
  readonly views: readonly string[];
}

/** Tells what of a map that is open has changed. */
export interface MapChanged extends MapId {
  /** The whole picture, where zones, settings or the addresses in use have changed. */
  readonly picture?: MapPicture;
  /** Else numbers of cells, each followed by what the cell is now, and the ranges. */
  readonly cells?: readonly number[];
  readonly ranges?: readonly MapRange[];
}

/** Asks what is known of an address, or of a block of a wide map (`10.20.0.0/24`). */
export interface MapAddressParams {
  readonly address: string;
  readonly view: string;
}

/** What is known of an address, and what can be done. */
export interface MapAddressResult {
  readonly address: string;
  /** Lines of plain text: the names both ways, what is wrong. */
  readonly lines: readonly string[];
  /** The record, then its counterpart: the PTR first where there is one. */
  readonly places: readonly ProtocolPlace[];
}

/** Addresses from the first to the last, in a view. */
export interface MapStretchParams {
  readonly first: string;
  readonly last: string;
  readonly view: string;
}

/** Something that can be done: its edit is asked for with its key. */
export interface MapAction {
  readonly key: string;
  readonly title: string;
  /** Why it can not be done. */
  readonly refused?: string;
}

/** What can be done for a stretch of addresses. */
export interface MapActionsResult {
  readonly actions: readonly MapAction[];
  /** How many places a single address stands at. */
  readonly places: number;
}

/** Asks for one of the actions of a stretch, by its key. */
export interface MapEditParams extends MapStretchParams {
  readonly key: string;
}

/** The change that an action makes. */
export interface MapEditResult {
  /** An LSP WorkspaceEdit; null where the texts have changed since. */
  readonly edit: unknown;
  readonly count: number;
  /** What it is asked with what was done, where it is one fix. */
  readonly done: DoneParams | null;
  readonly refused: readonly string[];
}

/** A zone in the tree. Names are without their final dot. */
export interface TreeZone {
  readonly zone: string;
  readonly view: string;
  readonly isReverse: boolean;
  readonly uri: string;
  /** What people call the file. */
  readonly file: string;
  readonly serial: number | null;
  readonly records: number;
  readonly errors: number;
  readonly warnings: number;
  /** The network of a reverse zone, as the map takes it; empty for others. */
  readonly network: string;
}

/** How many of the addresses of a network that have a name or a PTR are in order, as the map counts: without a fault. */
export interface TreeNetwork {
  /** A /24, or a /64 of IPv6. */
  readonly network: string;
  readonly view: string;
  readonly used: number;
  readonly agreed: number;
  readonly faults: number;
  readonly mailHosts: number;
  /** Whether a reverse zone for it is held. */
  readonly isHeld: boolean;
}

/** How a domain stands with those that receive its mail: what the held zones tell. */
export interface TreeMailDomain {
  readonly domain: string;
  readonly view: string;
  readonly mx: number;
  readonly spf: boolean;
  readonly dkim: number;
  readonly dmarc: boolean;
  /** Addresses that send its mail, and those of them whose PTR is confirmed. */
  readonly hosts: number;
  readonly confirmed: number;
  readonly place: ProtocolPlace | null;
}

/** All that the tree of zones shows. */
export interface ZoneTreeResult {
  readonly zones: readonly TreeZone[];
  readonly networks: readonly TreeNetwork[];
  readonly mailDomains: readonly TreeMailDomain[];
  /** The servers' configurations. */
  readonly configurations: readonly { readonly uri: string; readonly file: string; readonly zones: number }[];
  /** Folders within which copies of zones are checked by themselves; empty where there is one site only. */
  readonly sites: readonly { readonly site: string; readonly zones: number }[];
  /** The workspace is still being read. */
  readonly loading: boolean;
  /** Of the networks that of the address at the place that was given. */
  readonly here?: string;
}

/** A name, or a place where it stands. */
export interface NameGraphParams {
  readonly name?: string;
  readonly uri?: string;
  readonly position?: { readonly line: number; readonly character: number };
  /** Whether the place counts alone, and not the owner of its line where no name stands there. */
  readonly isExact?: boolean;
}

/** A record that leads from one name to another, or from a name to an address. */
export interface GraphEdge {
  /** `CNAME`, `MX 10`, `SPF include`. */
  readonly label: string;
  /** The name, or the address, at the other end: without its final dot. */
  readonly name: string;
  readonly isAddress: boolean;
  /** Whether a record of it is held. */
  readonly isHeld: boolean;
  readonly place: ProtocolPlace | null;
}

/** The records around a name, or why there are none. */
export interface NameGraphResult {
  readonly problem?: string;
  readonly name: string;
  readonly isAddress: boolean;
  /** Who leads here, and where it leads. */
  readonly from: readonly GraphEdge[];
  readonly to: readonly GraphEdge[];
  /** Edges that are not listed, as there are too many. */
  readonly left: number;
}
