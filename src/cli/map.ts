import { drawnMap } from '../map/drawn.ts';
import { parseNetwork } from '../map/network.ts';
import { registry } from '../rules/registry.ts';
import { cellsOfText, type MapPicture, mapPalettes } from '../shared/map-cells.ts';
import { groupLayout, type MapOrder, mapOrders, squareLayout } from '../shared/map-layout.ts';
import { mapSvg, sideFor } from '../shared/map-svg.ts';
import { mapText } from '../shared/map-text.ts';
import { EXIT_FINE, EXIT_TROUBLE, type Surroundings } from './surroundings.ts';
import { openWorkspace, settle } from './workspace.ts';

/** What `map` is asked. */
export interface MapCommand {
  readonly kind: 'map';
  readonly network: string;
  readonly format: 'text' | 'svg';
  readonly order: MapOrder;
  readonly view: string | undefined;
  readonly config: string | undefined;
}

/** What the words behind `map` say, or what is wrong with them. */
export function mapCommand(last: (option: string) => string | undefined, rest: readonly string[]): MapCommand | string {
  const format = (['text', 'svg'] as const).find((one) => one === (last('format') ?? 'text'));
  const order = mapOrders.find((one) => one === (last('order') ?? 'rows'));
  const [network, extra] = rest;
  if (!format) return '--format is text or svg here';
  if (!order) return `--order is ${mapOrders.join(' or ')}`;
  if (network === undefined || extra !== undefined) return 'map takes one network, such as 192.0.2.0/24';
  return { kind: 'map', network, format, order, view: last('view'), config: last('config') };
}

/** `zonewright map`: draws a network, from the zones around the working directory. */
export async function map(command: MapCommand, around: Surroundings): Promise<number> {
  const network = parseNetwork(command.network);
  if ('problem' in network) {
    around.complain(`zonewright: ${network.problem}\n`);
    return EXIT_TROUBLE;
  }
  const workspace = await openWorkspace({ paths: ['.'], config: command.config }, registry, around);
  settle(workspace);
  for (const problem of workspace.problems) around.complain(`zonewright: ${problem}\n`);
  const picture = drawnMap(workspace.engine, network, command.view);
  if ('problem' in picture) {
    around.complain(`zonewright: ${picture.problem}\n`);
    return EXIT_TROUBLE;
  }
  await around.print(command.format === 'svg' ? svgOf(picture, command.order) : mapText(picture));
  return workspace.problems.length > 0 ? EXIT_TROUBLE : EXIT_FINE;
}

function svgOf(picture: MapPicture, order: MapOrder): string {
  const layout =
    picture.groups.length > 0 || picture.addresses.length > 0
      ? groupLayout(picture.groups)
      : squareLayout(cellsOfText(picture.cells).length, order);
  return mapSvg(picture, { layout, palette: mapPalettes.light, side: sideFor(layout) });
}
