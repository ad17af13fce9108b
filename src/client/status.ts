import { Disposable, LanguageStatusSeverity, languages, window, workspace } from 'vscode';
import { State } from 'vscode-languageclient';
import { commands } from '../shared/commands.ts';
import { type DocumentStatus, statusChangedNotification, statusRequest, type ZoneStatus } from '../shared/protocol.ts';
import { type Extension, zoneSelector } from './activate.ts';

/** Shows which zone the file in the active editor is, beside its language. */
export function showStatus(extension: Extension): Disposable {
  const item = languages.createLanguageStatusItem('zonewright.zone', zoneSelector());
  item.name = 'Zone';
  let latest = 0;
  const refresh = async () => {
    const document = window.activeTextEditor?.document;
    const client = extension.running;
    if (!document || !client || languages.match(zoneSelector(), document) === 0) return;
    const request = ++latest;
    const status = await client.sendRequest<DocumentStatus | null>(statusRequest, { uri: document.uri.toString() });
    if (request !== latest) return;
    item.busy = status?.loading === true;
    item.text = statusText(status);
    item.detail = statusDetail(status);
    item.severity =
      (status?.zones.length ?? 0) > 0 ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
    item.command = { command: commands.mapFile, title: 'Map to a Zone', arguments: [document.uri] };
  };
  const refreshQuietly = () => {
    refresh().catch((error) => extension.output.debug(`status: ${error}`));
  };
  extension.onStart((client) => {
    client.onNotification(statusChangedNotification, refreshQuietly);
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) refreshQuietly();
    });
  });
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(refreshQuietly),
    workspace.onDidOpenTextDocument((document) => {
      if (document === window.activeTextEditor?.document) refreshQuietly();
    }),
  );
}

/** `example.com, view internal, serial 2026112301, 3 reverse zones held`; the first zone of several. */
function statusText(status: DocumentStatus | null): string {
  const [zone, ...others] = status?.zones ?? [];
  if (!zone) return status?.loading ? 'Reading the zones' : 'Zone unknown';
  const parts = [zoneText(zone)];
  if (others.length > 0) parts.push(`and ${others.length} more`);
  return parts.join(' ');
}

function zoneText(zone: ZoneStatus): string {
  const parts = [zone.zone === '' ? '(root)' : zone.zone];
  if (zone.view !== '') parts.push(`view ${zone.view}`);
  if (zone.serial !== undefined) parts.push(`serial ${zone.serial}`);
  if (zone.reverseZones !== undefined)
    parts.push(zone.reverseZones === 1 ? '1 reverse zone held' : `${zone.reverseZones} reverse zones held`);
  return parts.join(', ');
}

function statusDetail(status: DocumentStatus | null): string {
  const zones = status?.zones ?? [];
  if (zones.length === 0) return 'no $ORIGIN, no SOA owner and no configuration says which zone this file is';
  const details = zones.slice(1).map(zoneText);
  for (const zone of zones) {
    if (zone.includedFrom) details.push(`included from ${zone.includedFrom}`);
    if (zone.notHeld) details.push(zone.notHeld);
    if (zone.source) details.push(`known by its ${zone.source}`);
  }
  return details.join('; ');
}
