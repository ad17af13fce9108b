/** Asks the DNS about what stands at a place, in some lines, in a zone, or about words. */
export const checkLiveRequest = 'zonewright/checkLive';
/** Said by the server while a live check goes on (`LiveProgress`). */
export const liveProgressNotification = 'zonewright/liveProgress';
/** The script for nsupdate that sets the PTR of the address at a place. */
export const nsupdateRequest = 'zonewright/nsupdate';
/** The lines that let a server load the zones of a file anew. */
export const reloadRequest = 'zonewright/reload';

/** What a person wants to be asked. Servers are those that the person's own settings name, never the workspace's. */
export interface CheckLiveParams {
  /** Names the check in what is said of its progress. */
  readonly id: string;
  readonly uri?: string;
  readonly position?: { readonly line: number; readonly character: number };
  /** Whole lines. */
  readonly range?: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  /** Everything in the zones of the document; with `published`, how they are published instead. */
  readonly what: 'place' | 'lines' | 'zone' | 'words' | 'published';
  readonly words?: readonly string[];
  /** Empty for the system's. */
  readonly resolver: string;
  /** Empty for none. */
  readonly dnsOverHttps: string;
  readonly authoritative: boolean;
}

/** Tells how far a live check is. */
export interface LiveProgress {
  readonly id: string;
  readonly done: number;
  readonly total: number;
}

/** One address in the results view: plain texts. */
export interface LiveRow {
  readonly address: string;
  readonly published: string;
  readonly held: string;
  /** As a heading: `not confirmed`. */
  readonly verdict: string;
  readonly severity: 'error' | 'warning' | 'information' | 'none';
  readonly advice: string;
  /** Who can fix it; empty where nobody need. */
  readonly who: string;
  /** The text of a request to them; empty where the files tell no name. */
  readonly request: string;
  /** Where the files tell of the address. */
  readonly place: {
    readonly uri: string;
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  } | null;
}

/** How a zone is published, in the results view. */
export interface LiveZone {
  readonly zone: string;
  readonly note: string;
  readonly isFine: boolean;
  /** Whether the DNS said anything of it: a failure is no answer. */
  readonly isKnown: boolean;
  readonly servers: readonly { readonly server: string; readonly says: string }[];
  readonly differences: readonly {
    readonly name: string;
    readonly type: string;
    readonly held: string;
    readonly published: string;
  }[];
}

/** What the DNS says, beside what is held. */
export interface CheckLiveResult {
  /** Why nothing could be asked. */
  readonly problem?: string;
  readonly rows: readonly LiveRow[];
  readonly zones: readonly LiveZone[];
  /** What else is to be said: names without addresses. */
  readonly notes: readonly string[];
  readonly summary: string;
}
