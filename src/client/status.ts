import {
  type Command,
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { counted, noun, phrase } from '../language/phrase.ts';
import { commands } from '../shared/commands.ts';
import { type DocumentStatus, statusRequest, type ZoneStatus } from '../shared/protocol.ts';
import type { RunningExtension } from './running.ts';
import { zoneSelector } from './selectors.ts';

/** Shows which zone the file in the active editor is, beside its language: a row for each zone, then how it is known. */
export function showStatus(extension: RunningExtension): Disposable {
  const items: LanguageStatusItem[] = [];
  let latest = 0;
  const refresh = async () => {
    const document = window.activeTextEditor?.document;
    const client = extension.running;
    if (!document || !client || languages.match(zoneSelector(), document) === 0) return;
    const request = ++latest;
    const uri = document.uri.toString();
    const status = await client.sendRequest<DocumentStatus | null>(statusRequest, { uri });
    if (request === latest) show(items, status, document.uri);
  };
  const refreshQuietly = () => {
    refresh().catch((error) => extension.output.debug(`status: ${error}`));
  };
  extension.onNews(refreshQuietly);
  return Disposable.from(
    { dispose: () => resize(items, 0) },
    window.onDidChangeActiveTextEditor(refreshQuietly),
    workspace.onDidOpenTextDocument((document) => {
      if (document === window.activeTextEditor?.document) refreshQuietly();
    }),
  );
}

/** Zones that have a row of their own; a row does not go over lines, so each says one thing. */
const MOST_ZONES = 5;

function show(items: LanguageStatusItem[], status: DocumentStatus | null, uri: Uri): void {
  const zones = status?.zones ?? [];
  const rows = zones.slice(0, MOST_ZONES).map(zoneText);
  if (zones.length > MOST_ZONES) rows.push(phrase`and ${zones.length - MOST_ZONES} more zones`);
  if (zones.length === 0) rows.push(status?.loading ? phrase`Reading the zones` : phrase`Zone unknown`);
  rows.push(...(zones.length === 0 ? why(status) : reasons(zones)));
  resize(items, rows.length);
  items.forEach((item, index) => {
    item.text = rows[index] ?? '';
    item.busy = index === 0 && status?.loading === true;
    item.severity =
      zones.length === 0 && !status?.loading ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    item.command = commandAt(index, rows.length, uri);
  });
}

/** The first row leads to why the file is that zone, the last one to another zone for it. */
function commandAt(index: number, count: number, uri: Uri): Command | undefined {
  if (index === count - 1) return { command: commands.mapFile, title: phrase`Map to a Zone`, arguments: [uri] };
  return index === 0 ? { command: commands.explainZone, title: phrase`Why`, arguments: [uri] } : undefined;
}

function resize(items: LanguageStatusItem[], length: number): void {
  for (const item of items.splice(length)) item.dispose();
  while (items.length < length) {
    const item = languages.createLanguageStatusItem(`zonewright.zone.${items.length}`, zoneSelector());
    item.name = items.length === 0 ? phrase`Zone` : phrase`Zone, Line ${items.length + 1}`;
    items.push(item);
  }
}

/** `example.com, view internal, serial 2026112301, 3 reverse zones held`. */
function zoneText(zone: ZoneStatus): string {
  const parts = [zone.zone === '' ? '(root)' : zone.zone];
  if (zone.view !== '') parts.push(phrase`view ${zone.view}`);
  if (zone.serial !== undefined) parts.push(phrase`serial ${zone.serial}`);
  if (zone.reverseZones !== undefined)
    parts.push(
      zone.reverseZones === 0
        ? phrase`no reverse zones held`
        : phrase`${counted(zone.reverseZones, noun`reverse zone`)} held`,
    );
  return parts.join(', ');
}

/** How the zones are known, each way once, and why one answers for nothing: `declared in etc/bind/named.conf`. */
function reasons(zones: readonly ZoneStatus[]): string[] {
  const found = new Set<string>();
  for (const { notHeld } of zones) if (notHeld) found.add(notHeld);
  for (const { includedFrom, source } of zones) {
    if (includedFrom) found.add(phrase`included by ${includedFrom}`);
    else if (source) found.add(source);
  }
  return [...found].slice(0, MOST_ZONES);
}

function why(status: DocumentStatus | null): string[] {
  if (!status || status.loading) return [];
  const { isAmbiguous, proposals } = status;
  if (isAmbiguous) return [phrase`${proposals.join(phrase` or `)}: no record tells which`];
  return [phrase`No $ORIGIN, file name or configuration tells it`];
}
