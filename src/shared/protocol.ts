/** What the editor says of itself when it starts the server. Other clients may leave all of it out. */
export interface InitializationOptions {
  /** Set by the extension: its commands and pages are there. */
  readonly editor?: 'vscode';
  /** The address of a rule's page, up to the rule's id; the editor opens such addresses in the extension. */
  readonly ruleLink?: string;
  /** The client answers `committedText`. */
  readonly knowsCommits?: boolean;
  /** The workspace is trusted: links in hovers may run commands of the extension. */
  readonly isTrusted?: boolean;
  /** The client answers `listFiles`, `fileKind` and `readFile`: files are asked from it where the server can't read them itself. */
  readonly servesFiles?: boolean;
  /** What the editor is shown in, and its texts by the English ones; left out in English. */
  readonly language?: { readonly tag: string; readonly texts: Readonly<Record<string, string>> };
}

/** Lists the files below a folder. Asked by the server, answered by the client. */
export const listFilesRequest = 'zonewright/listFiles';
/** What there is at a URI (`ReadFileParams`). Asked by the server, answered by the client. */
export const fileKindRequest = 'zonewright/fileKind';
/** Reads a file. Asked by the server, answered by the client. */
export const readFileRequest = 'zonewright/readFile';
/** Reads a file as it is in the last commit. Asked by the server, answered by the client. */
export const committedTextRequest = 'zonewright/committedText';
/** Said by the client when there is another commit. */
export const committedNotification = 'zonewright/committed';
/** Said by the client when the workspace has become trusted. */
export const trustedNotification = 'zonewright/trusted';
/** Said by the client when its cursor stands on another line, or in another document. */
export const cursorNotification = 'zonewright/cursor';
/** The reverse zones that are held for a document's addresses. */
export const reverseZonesRequest = 'zonewright/reverseZones';
/** What a fix did, for the notice that tells of it. */
export const doneRequest = 'zonewright/done';
/** The edit that takes a fix back. */
export const undoRequest = 'zonewright/undo';
/** Which of some documents are zone files for more than their names and texts say. */
export const knownZonesRequest = 'zonewright/knownZones';
/** What is known of a document's zones, for the status. */
export const statusRequest = 'zonewright/status';
/** What was read, which file is which zone, and how many findings each rule has, as a text for people. */
export const readingRequest = 'zonewright/reading';
/** Which zone a document is, and why, as a text for people. */
export const explainZoneRequest = 'zonewright/explainZone';
/** How the zones of a file differ from the last commit, by records, as Markdown. */
export const compareRecordsRequest = 'zonewright/compareRecords';
/** Said by the server when statuses may have changed. */
export const statusChangedNotification = 'zonewright/statusChanged';
/** The edit that adds all missing PTR records of a file's zones or of the workspace. */
export const addMissingPtrsRequest = 'zonewright/addMissingPtrs';
/** The edit that raises the serial of a file's zones. */
export const bumpSerialRequest = 'zonewright/bumpSerial';
/** The text of a request to the network's owner for the PTR record of an address. */
export const ptrRequestRequest = 'zonewright/ptrRequest';
/** The records of mail that a zone lacks. */
export const addMailRecordsRequest = 'zonewright/addMailRecords';
/** A new reverse zone: its file and its stanza. */
export const createReverseZoneRequest = 'zonewright/createReverseZone';
/** A zone as JSON, in the form of dns-zonefile. */
export const exportJsonRequest = 'zonewright/exportJson';
/** The text of a zone file from JSON in the form of dns-zonefile. */
export const importJsonRequest = 'zonewright/importJson';

/** What a mail rejection claims, and what the held zones say of it. */
export const explainBounceRequest = 'zonewright/explainBounce';

/** Where the cursor stands (zero-based); without a document, in none that is shown. */
export interface CursorParams {
  readonly uri?: string;
  readonly line?: number;
}

/** Reverse zones with the files that hold them, in the order of their names. */
export interface ReverseZonesResult {
  readonly zones: readonly { readonly zone: string; readonly uri: string }[];
}

/** What stands in the request to make an edit beside it, where a person agreed to it after saving. */
export interface AppliedEdit {
  /** Files of the edit in which nothing is left to be saved are saved after it. */
  readonly saves?: boolean;
}

/** A fix that was chosen: the document it was asked from, and its title. */
export interface DoneParams {
  readonly uri: string;
  readonly title: string;
  /** The file that the fix made: it is opened in the place of a notice. */
  readonly created?: string;
}

/** Which change is to be taken back, or with `isRedo` made again where it was. */
export interface UndoParams extends DoneParams {
  readonly isRedo?: boolean;
}

/** What was done, in words; null where nothing was. */
export interface DoneResult {
  readonly said: string | null;
  /** The other documents that were changed. */
  readonly uris: readonly string[];
  /** Whether the document that the fix was asked from was changed too. */
  readonly changesHome: boolean;
}

/** The edit that takes a fix back (a `WorkspaceEdit` of the protocol), or why there is none. */
export interface UndoResult {
  readonly edit?: unknown;
  readonly problem?: string;
}

/** Asks the client for the files below a folder. */
export interface ListFilesParams {
  /** The folder's URI. */
  readonly folder: string;
  /** At most so many files, the nearest first. */
  readonly most: number;
}

/** The files below a folder. */
export interface ListFilesResult {
  /** The files' URIs. */
  readonly files: readonly string[];
}

/** Asks the client for a file's bytes. */
export interface ReadFileParams {
  readonly uri: string;
  /** A larger file is not read: its size in bytes is told. */
  readonly most?: number;
}

/** `other`: a link to a folder, or nothing. */
export interface FileKindResult {
  readonly kind: 'file' | 'folder' | 'other';
}

/** A file's bytes in base64; null where it can't be read. */
export interface ReadFileResult {
  readonly base64: string | null;
  /** Of a file that is larger than asked for. */
  readonly size?: number;
}

/** A file in the last commit: its bytes in base64, that it is as on disk, or that nobody knows. */
export type CommittedTextResult =
  | { readonly kind: 'text'; readonly base64: string }
  | { readonly kind: 'unchanged' | 'unknown' };

/** A question about a document; about a place in it where a position is given (zero-based, UTF-16). */
export interface DocumentParams {
  readonly uri: string;
  readonly position?: { readonly line: number; readonly character: number };
}

/** A question about a document, or about the whole workspace where none is given; of an address where a place is given. */
export interface ScopeParams {
  readonly uri?: string;
  readonly position?: { readonly line: number; readonly character: number };
}

/** Asks which documents are zone files that are known. */
export interface KnownZonesParams {
  readonly uris: readonly string[];
}

/** Those of the documents that a configuration or a setting names, or that a zone includes. */
export interface KnownZonesResult {
  readonly uris: readonly string[];
}

/** One zone that a document is read as. */
export interface ZoneStatus {
  /** Without its final dot. */
  readonly zone: string;
  /** Empty for the only view there is. */
  readonly view: string;
  readonly serial?: number;
  /** Where the file is included, the file of the zone. */
  readonly includedFrom?: string;
  /** For a forward zone, the reverse zones held that its addresses lie in. */
  readonly reverseZones?: number;
  /** How the file's zone is known: `declared in etc/bind/named.conf`, `known by its text`. */
  readonly source?: string;
  /** The zone answers for nothing, and why: several files claim it, or several zones load the file. */
  readonly notHeld?: string;
}

/** What is known of a document. */
export interface DocumentStatus {
  readonly zones: readonly ZoneStatus[];
  /** What the zone of the file may be, where nobody knows it; the likeliest first, without final dots. */
  readonly proposals: readonly string[];
  /** One of the proposals it is, but no record tells which. */
  readonly isAmbiguous: boolean;
  /** The views of the workspace. */
  readonly views: readonly string[];
  /** The workspace is still being read. */
  readonly loading: boolean;
}

/** The result of a command that changes files: an edit (LSP WorkspaceEdit), and what could not be done. */
export interface EditResult {
  readonly edit: unknown;
  /** How many things the edit does. */
  readonly count: number;
  /** Why others were left out. */
  readonly refused: readonly string[];
}

/** The differences; null where there is nothing to compare, with the reason. */
export interface CompareRecordsResult {
  readonly text: string | null;
  readonly reason: string;
}

/** Which zone a file is, and why. */
export interface ExplainZoneResult {
  /** Markdown; null where the document is no zone file that is known. */
  readonly text: string | null;
}

/** The text that asks the owner of a reverse zone for a PTR record. */
export interface PtrRequestResult {
  /** Plain text ready to be sent; null where the place names no address. */
  readonly text: string | null;
}

/** The records of mail that a person wants for a domain. */
export interface MailRecordsChoice {
  /** `parked`: the domain neither takes nor sends mail. */
  readonly kind: 'mail' | 'parked';
  /** The whole name of the mail server. */
  readonly server?: string;
  /** The mail address that reports of DMARC and TLS go to; none where it is empty. */
  readonly reports?: string;
  /** The public key: base64, PEM, or a whole DKIM record. */
  readonly dkim?: { readonly selector: string; readonly key: string };
  /** The id of the policy of MTA-STS; without it there is no such record. */
  readonly mtaStsId?: string;
}

/** Asks for the records of mail that the zone of a document lacks. */
export interface AddMailRecordsParams extends DocumentParams {
  readonly choice: MailRecordsChoice;
}

/** Asks for a new reverse zone. */
export interface CreateReverseZoneParams extends DocumentParams {
  /** A network, `192.0.2.0/24`; the one of the address at the position where none is given. */
  readonly network?: string;
}

/** A new zone file and what belongs beside it; a problem in place of both where it can't be made. */
export interface CreateReverseZoneResult {
  readonly problem?: string;
  /** Nothing tells which zone the file is: to map it is the first step. */
  readonly isUnmapped?: true;
  readonly zone?: string;
  /** The new file's URI, not yet there. */
  readonly uri?: string;
  readonly text?: string;
  /** The stanza for the server's configuration. */
  readonly stanza?: string;
  /** The configuration file it belongs into, with the position of its end. */
  readonly configuration?: { readonly uri: string; readonly line: number; readonly character: number };
  /** What the parent zone's owner must add for a network under /24. */
  readonly delegation?: string;
  /** The networks around an IPv6 address that the zone may be for, the one that it is for first. */
  readonly networks?: readonly { readonly network: string; readonly zone: string; readonly count: number }[];
}

/** A zone as JSON, or why it can not be given. */
export interface ExportJsonResult {
  readonly json?: string;
  readonly problem?: string;
}

/** Asks for the text of a zone that is given as JSON. */
export interface ImportJsonParams {
  readonly json: string;
}

/** The text of a zone, or why there is none. */
export interface ImportJsonResult {
  readonly text?: string;
  readonly problem?: string;
}

/** Asks what a mail rejection says. */
export interface ExplainBounceParams {
  /** What was pasted: a bounce, lines of a log, a reply. */
  readonly text: string;
}

/** A fix that may be made; the edit (LSP WorkspaceEdit) is for the texts as they are. */
export interface BounceFix {
  readonly title: string;
  readonly edit: unknown;
}

/** What the held zones say of an address. */
export interface BounceHeld {
  readonly verdict: string;
  /** The rule of the finding, and its message; null where nothing is found wrong. */
  readonly rule: string | null;
  readonly message: string | null;
  readonly uri: string;
  /** Zero-based, UTF-16. */
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
  /** The place for people: file and line, counted from one. */
  readonly place: string;
  readonly fixes: readonly BounceFix[];
  /** Fixes that may not be made, and why. */
  readonly refused: readonly string[];
}

/** A mail host that a rejection without an address may be about. */
export interface BounceHost {
  readonly address: string;
  readonly host: string;
  readonly held: BounceHeld | null;
}

/** One rejection. */
export interface BounceRejection {
  readonly about: string;
  readonly address: string | null;
  /** Who refused and what is claimed: sentences without full stops, with the codes of the reply behind the first. */
  readonly sentences: readonly string[];
  readonly advice: string;
  readonly held: BounceHeld | null;
  readonly hosts: readonly BounceHost[];
  /** The reply as it was pasted. */
  readonly quote: string;
}

/** Empty where the text tells of no rejection that can be read. */
export interface ExplainBounceResult {
  readonly rejections: readonly BounceRejection[];
}

/** A text to be copied. */
export interface TextResult {
  /** Null where there is none, with the reason. */
  readonly text: string | null;
  readonly problem?: string;
}

/** The answer to `readingRequest`: names of files and zones, and no record. */
export interface ReadingResult {
  readonly text: string;
}
