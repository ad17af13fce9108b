/** The commands of the extension; the names of those that people run stand in package.json too. */
export const commands = {
  restart: 'zonewright.restart',
  reportProblem: 'zonewright.reportProblem',
  collectDiagnostics: 'zonewright.collectDiagnostics',
  showOutput: 'zonewright.showOutput',
  addMissingPtrs: 'zonewright.addMissingPtrs',
  createReverseZone: 'zonewright.createReverseZone',
  exportJson: 'zonewright.exportJson',
  importJson: 'zonewright.importJson',
  bumpSerial: 'zonewright.bumpSerial',
  addMailRecords: 'zonewright.addMailRecords',
  copyPtrRequest: 'zonewright.copyPtrRequest',
  explainBounce: 'zonewright.explainBounce',
  showRule: 'zonewright.showRule',
  explainZone: 'zonewright.explainZone',
  verifySignatures: 'zonewright.verifySignatures',
  compareRecords: 'zonewright.compareRecords',
  mapFile: 'zonewright.mapFile',
  checkLive: 'zonewright.checkLive',
  checkLiveZone: 'zonewright.checkLiveZone',
  checkLiveWords: 'zonewright.checkLiveWords',
  checkPublished: 'zonewright.checkPublished',
  clearLive: 'zonewright.clearLive',
  copyNsupdate: 'zonewright.copyNsupdate',
  copyReload: 'zonewright.copyReload',
  showReverseZones: 'zonewright.showReverseZones',
  setSeverity: 'zonewright.setSeverity',
  tellDone: 'zonewright.tellDone',
  undoFix: 'zonewright.undoFix',
  redoFix: 'zonewright.redoFix',
  undoBeforeFix: 'zonewright.undoBeforeFix',
  showMap: 'zonewright.showMap',
  showGraph: 'zonewright.showGraph',
  filterZones: 'zonewright.filterZones',
  clearZoneFilter: 'zonewright.clearZoneFilter',
  refreshZones: 'zonewright.refreshZones',
  copyZoneTree: 'zonewright.copyZoneTree',
} as const;

/** The commands that links in hovers run. */
export const hoverCommands = [
  commands.addMissingPtrs,
  commands.createReverseZone,
  commands.copyPtrRequest,
  commands.checkLive,
] as const;

/** The language ids that are served: the own one and those of older extensions. */
export const languageIds = ['dns-zone', 'zone', 'zonefile', 'dnszonefile', 'bind'] as const;

/** The section of the settings. */
export const settingsSection = 'zonewright';

/** The tree of zones in the side bar. */
export const zoneTreeView = 'zonewright.zones';

/** The types of the pages that outlive the window. */
export const pageTypes = { map: 'zonewright.map', graph: 'zonewright.graph' } as const;
