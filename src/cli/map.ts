import { drawnMap } from '../map/drawn.ts';
import { parseNetwork } from '../map/network.ts';
import { registry } from '../rules/registry.ts';
import { cellsOfText, type MapPicture } from '../shared/map-cells.ts';
import { groupLayout, type MapOrder, mapOrders, squareLayout } from '../shared/map-layout.ts';
import { mapPalettes } from '../shared/map-palettes.ts';
import { mapSvg, sideFor } from '../shared/map-svg.ts';
import { mapText } from '../shared/map-text.ts';
import { type CommandRow, usage } from './arguments.ts';
import { CONFIG } from './options.ts';
import { printed } from './printed.ts';
import { sayProblem, sayProblems } from './say.ts';
import { EXIT_FINE, EXIT_TROUBLE, type Surroundings } from './surroundings.ts';
import { openWorkspace, settle } from './workspace.ts';

const mapFormats = ['text', 'svg'] as const;

/** What `map` is asked. */
export interface MapCommand {
  readonly kind: 'map';
  readonly network: string;
  readonly format: 'text' | 'svg';
  readonly order: MapOrder;
  readonly view: string | undefined;
  readonly config: string | undefined;
}

/** The command `map`. */
export const mapRow: CommandRow<MapCommand> = {
  name: 'map',
  operands: 'NETWORK',
  about: 'Draws what the PTR records of a network are worth, one character an address.',
  options: [
    { name: 'format', value: 'text|svg', words: mapFormats, about: 'text for people (the default), or a picture' },
    {
      name: 'order',
      value: 'rows|hilbert',
      words: mapOrders,
      about: 'how the addresses of a picture lie; rows is the default',
    },
    { name: 'view', value: 'NAME', about: 'the view to draw, where there are several' },
    CONFIG,
  ],
  exit: '0 drawn, 2 wrong usage, or something could not be read',
  read: (words) => {
    const [network, extra] = words.paths;
    if (network === undefined || extra !== undefined) return usage('map takes one network, such as 192.0.2.0/24');
    return {
      kind: 'map',
      network,
      format: words.oneOf('format', mapFormats),
      order: words.oneOf('order', mapOrders),
      view: words.last('view'),
      config: words.last('config'),
    };
  },
  run: map,
};

/** `zonewright map`: draws a network, from the zones around the working directory. */
export async function map(command: MapCommand, around: Surroundings): Promise<number> {
  const network = parseNetwork(command.network);
  if ('problem' in network) {
    sayProblem(network.problem, around);
    return EXIT_TROUBLE;
  }
  const workspace = await openWorkspace({ paths: ['.'], config: command.config }, registry, around);
  settle(workspace);
  sayProblems(workspace.problems, around);
  const picture = drawnMap(workspace.engine, network, command.view);
  if ('problem' in picture) {
    sayProblem(picture.problem, around);
    return EXIT_TROUBLE;
  }
  await around.print(command.format === 'svg' ? svgOf(picture, command.order) : printed(mapText(picture), '\n'));
  return workspace.problems.length > 0 ? EXIT_TROUBLE : EXIT_FINE;
}

function svgOf(picture: MapPicture, order: MapOrder): string {
  const layout =
    picture.groups.length > 0 || picture.addresses.length > 0
      ? groupLayout(picture.groups)
      : squareLayout(cellsOfText(picture.cells).length, order);
  return mapSvg(picture, { layout, order, palette: mapPalettes.light, side: sideFor(layout) });
}
