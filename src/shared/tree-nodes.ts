import { counted, noun, phrase } from '../language/phrase.ts';
import type { TreeMailDomain, TreeNetwork, TreeZone, ZoneTreeResult } from './map-protocol.ts';
import { markdownText } from './markdown.ts';

/** An entry of the tree of zones: plain data, so that commands can be given it, and tests can read it. */
export interface TreeNode {
  /** The same entry has the same id after a change. */
  readonly id: string;
  readonly kind: 'view' | 'group' | 'zone' | 'network' | 'mail' | 'configuration' | 'site';
  readonly label: string;
  readonly description: string;
  /** Half sentences, one a line. */
  readonly tooltip: string;
  readonly children: readonly TreeNode[];
  /** What the editor shows it with, and which commands it has: `zone`, `reverse`, `network`, `network-unheld`, ... */
  readonly context: string;
  /** The file that it opens; with a position for a record. */
  readonly uri?: string;
  readonly position?: { readonly line: number; readonly character: number };
  /** What a map can be drawn of. */
  readonly network?: string;
  /** What a live check can be asked of it. */
  readonly words?: string;
  readonly errors: number;
  readonly warnings: number;
}

/** The tree: a branch for each view where there are several, then what is held by its kinds; empty branches are left out. */
export function treeNodes(tree: ZoneTreeResult, filter = ''): readonly TreeNode[] {
  const views = [...new Set([...tree.zones, ...tree.networks].map(({ view }) => view))].sort();
  const top =
    views.length > 1
      ? views.map((view) => branch('view', view, view === '' ? phrase`no view` : view, inView(tree, view)))
      : inView(tree, views[0] ?? '');
  const configurations = tree.configurations.map(({ uri, file, zones }) =>
    leaf({
      id: `configuration ${uri}`,
      kind: 'configuration',
      label: file,
      description: counted(zones, noun`zone`),
      tooltip: phrase`${file} declares ${counted(zones, noun`zone`)}`,
      context: 'configuration',
      uri,
    }),
  );
  const sites = tree.sites.map(({ site, zones }) =>
    leaf({
      id: `site ${site}`,
      kind: 'site',
      label: site,
      description: counted(zones, noun`zone`),
      tooltip: phrase`Copies of zones below ${site} are checked among themselves`,
      context: 'site',
    }),
  );
  const all = [
    ...top,
    branch('group', 'configurations', phrase`Configuration files`, configurations),
    branch('group', 'sites', phrase`Sites`, sites),
  ].filter(({ children }) => children.length > 0);
  return filter === '' ? all : all.flatMap((node) => filtered(node, filter.toLowerCase()));
}

/** The tree as Markdown: nested lists, names as code. */
export function treeMarkdown(nodes: readonly TreeNode[], depth = 0): string {
  return nodes
    .map(({ kind, label, description, children }) => {
      const isName = kind !== 'group' && kind !== 'view';
      const name = isName ? `\`${label.replaceAll('`', '')}\`` : `**${markdownText(label)}**`;
      const rest = description === '' ? '' : `: ${markdownText(description)}`;
      return `${'  '.repeat(depth)}- ${name}${rest}\n${treeMarkdown(children, depth + 1)}`;
    })
    .join('');
}

function inView({ zones, networks, mailDomains }: ZoneTreeResult, view: string): TreeNode[] {
  const own = <T extends { readonly view: string }>(all: readonly T[]): T[] => all.filter((one) => one.view === view);
  const held = own(zones);
  const anchor = held[0]?.uri;
  return [
    branch('group', `${view} forward`, phrase`Forward zones`, held.filter(({ isReverse }) => !isReverse).map(zoneNode)),
    branch('group', `${view} reverse`, phrase`Reverse zones`, held.filter(({ isReverse }) => isReverse).map(zoneNode)),
    branch(
      'group',
      `${view} networks`,
      phrase`Networks`,
      own(networks).map((network) => networkNode(network, anchor)),
    ),
    branch('group', `${view} mail`, phrase`Mail domains`, own(mailDomains).map(mailNode)),
  ].filter(({ children }) => children.length > 0);
}

function zoneNode(zone: TreeZone): TreeNode {
  const { errors, warnings, serial } = zone;
  const parts = [
    serial === null ? phrase`no serial` : phrase`serial ${serial}`,
    counted(zone.records, noun`record`),
    ...foundWords(zone),
  ];
  return leaf({
    id: `zone ${zone.view} ${zone.zone}`,
    kind: 'zone',
    label: zone.zone,
    description: parts.join(', '),
    tooltip: [zone.zone, zone.file, ...parts].join('\n'),
    context: zone.isReverse ? (zone.network === '' ? 'reverse' : 'reverse-map') : 'zone',
    uri: zone.uri,
    ...(zone.network === '' ? {} : { network: zone.network }),
    words: zone.zone,
    errors,
    warnings,
  });
}

function foundWords({ errors, warnings }: Pick<TreeNode, 'errors' | 'warnings'>): string[] {
  return [
    ...(errors > 0 ? [counted(errors, noun`error`)] : []),
    ...(warnings > 0 ? [counted(warnings, noun`warning`)] : []),
  ];
}

function networkNode({ network, view, used, agreed, faults, mailHosts, isHeld }: TreeNetwork, uri?: string): TreeNode {
  const coverage = isHeld
    ? phrase`${agreed} of ${used} in order`
    : phrase`${counted(used, noun`address/addresses`)}, not held`;
  const mail = mailHosts > 0 ? [counted(mailHosts, noun`mail host`)] : [];
  return leaf({
    id: `network ${view} ${network}`,
    kind: 'network',
    label: network,
    description: coverage,
    tooltip: [network, coverage, ...(faults > 0 ? [phrase`${faults} to fix`] : []), ...mail].join('\n'),
    context: isHeld ? 'network' : 'network-unheld',
    network,
    words: network,
    ...(uri === undefined ? {} : { uri }),
    warnings: faults,
  });
}

/** `MX, SPF, DKIM, DMARC, PTR 2 of 2`: what is there, and what is not. */
function mailNode(domain: TreeMailDomain): TreeNode {
  const { mx, spf, dkim, dmarc, hosts, confirmed, place } = domain;
  const there: readonly (readonly [string, boolean])[] = [
    ['MX', mx > 0],
    ['SPF', spf],
    ['DKIM', dkim > 0],
    ['DMARC', dmarc],
  ];
  const parts = there.map(([name, isThere]) => (isThere ? name : phrase`no ${name}`));
  if (hosts > 0) parts.push(phrase`PTR ${confirmed} of ${hosts}`);
  return leaf({
    id: `mail ${domain.view} ${domain.domain}`,
    kind: 'mail',
    label: domain.domain,
    description: parts.join(', '),
    tooltip: [
      domain.domain,
      `${counted(mx, noun`MX record`)}`,
      spf ? phrase`an SPF record` : phrase`no SPF record: anyone may send in its name`,
      dkim > 0 ? counted(dkim, noun`DKIM key`) : phrase`no DKIM key is held`,
      dmarc ? phrase`a DMARC policy` : phrase`no DMARC policy`,
      hosts > 0
        ? phrase`${confirmed} of ${counted(hosts, noun`mail host`)} confirmed by PTR`
        : phrase`no mail host is held`,
    ].join('\n'),
    context: 'mail',
    ...(place ? { uri: place.uri, position: place.start } : {}),
    words: domain.domain,
    warnings: hosts - confirmed,
  });
}

/** A branch with what was found in it: a view's is that of its zones, as its networks and mail domains show it once more. */
function branch(kind: 'view' | 'group', id: string, label: string, children: readonly TreeNode[]): TreeNode {
  const counting = kind === 'view' ? children.filter((child) => child.children[0]?.kind === 'zone') : children;
  const sum = (key: 'errors' | 'warnings'): number => counting.reduce((all, child) => all + child[key], 0);
  const count = kind === 'group' ? String(children.length) : '';
  const own = { errors: sum('errors'), warnings: sum('warnings') };
  const words = kind === 'view' || children[0]?.kind === 'zone' ? foundWords(own) : [];
  return {
    ...leaf({
      id: `${kind} ${id}`,
      kind,
      label,
      description: count,
      tooltip: [label, ...words].join('\n'),
      context: kind,
    }),
    children,
    ...own,
  };
}

function leaf(node: Omit<TreeNode, 'children' | 'errors' | 'warnings'> & Partial<TreeNode>): TreeNode {
  return { children: [], errors: 0, warnings: 0, ...node };
}

/** A node with what fits in it; all of it where it fits itself. */
function filtered(node: TreeNode, filter: string): TreeNode[] {
  if (
    node.kind !== 'group' &&
    node.kind !== 'view' &&
    `${node.label} ${node.description}`.toLowerCase().includes(filter)
  )
    return [node];
  const children = node.children.flatMap((child) => filtered(child, filter));
  return children.length === 0 ? [] : [{ ...node, children }];
}
