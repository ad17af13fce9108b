import { phrase } from '../language/phrase.ts';
import { MOST_CELLS, NetworkMap } from '../map/model.ts';
import { type MapNetwork, parseNetwork } from '../map/network.ts';
import { bestView } from '../map/networks.ts';
import { viewsToSee } from '../map/views.ts';
import {
  type MapChanged,
  type MapId,
  mapChangedNotification,
  type OpenMapParams,
  type OpenMapResult,
} from '../shared/map-protocol.ts';
import type { View } from '../workspace/view.ts';
import type { SessionParts } from './session-parts.ts';

/** The longest that a person waits for the analysis, in milliseconds. */
const PATIENCE = 30_000;
/** Maps that are drawn at once; the oldest one is let go beyond that. */
const MOST_MAPS = 16;
/** Milliseconds of work at a stretch before messages are looked at. */
const SLICE = 8;

/** A map that a client looks at. */
interface OpenMap {
  readonly map: NetworkMap;
  /** The ranges that were sent last. */
  borders: string;
  /** More has changed since the work under way began. */
  isStale: boolean;
  isFollowing: boolean;
}

/** The maps that a client looks at: once all is quiet each is worked out anew, and what has changed is sent. */
export class Maps {
  readonly #session: SessionParts;
  readonly #open = new Map<string, OpenMap>();

  constructor(session: SessionParts) {
    this.#session = session;
    session.onQuiet(() => {
      for (const [id, open] of this.#open) void this.#follow(id, open);
    });
  }

  /** Begins to draw a network. */
  async open({ id, network: text, view: wanted }: OpenMapParams): Promise<OpenMapResult> {
    const session = this.#session;
    await session.loop.whenSettled(PATIENCE);
    const views = viewsToSee(session.engine);
    const names = views.map(({ name }) => name);
    const network = parseNetwork(String(text));
    if ('problem' in network) return { problem: network.problem, views: names };
    const view = views.find(({ name }) => name === wanted) ?? (await this.#bestView(views, network));
    if (!view) return { problem: phrase`No zone is held here`, views: names };
    this.close({ id });
    for (const oldest of [...this.#open.keys()].slice(0, Math.max(0, this.#open.size - MOST_MAPS + 1)))
      this.close({ id: oldest });
    const open: OpenMap = {
      map: new NetworkMap(session.engine, view, network),
      borders: '',
      isStale: false,
      isFollowing: true,
    };
    this.#open.set(id, open);
    await sliced(session, open.map.refresh());
    const picture = open.map.picture();
    open.borders = JSON.stringify(picture.ranges);
    open.isFollowing = false;
    if (open.isStale) void this.#follow(id, open);
    if (picture.addresses.length >= MOST_CELLS)
      return {
        problem: phrase`${network.text} has more than ${MOST_CELLS} addresses in use: name a longer prefix`,
        views: names,
      };
    return { picture, views: names };
  }

  /** The client looks at a map no more. */
  close({ id }: MapId): void {
    this.#open.get(id)?.map.dispose();
    this.#open.delete(id);
  }

  /** Lets go of all maps. */
  dispose(): void {
    for (const id of [...this.#open.keys()]) this.close({ id });
  }

  /** Works a map out anew, and once more where more has changed meanwhile. */
  async #follow(id: string, open: OpenMap): Promise<void> {
    open.isStale = true;
    if (open.isFollowing) return;
    open.isFollowing = true;
    try {
      while (open.isStale && this.#open.get(id) === open) {
        open.isStale = false;
        const news = await this.#news(id, open);
        if (news && this.#open.get(id) === open)
          await this.#session.connection.sendNotification(mapChangedNotification, news);
      }
    } catch (error) {
      this.#session.log(mapChangedNotification, error);
    } finally {
      open.isFollowing = false;
    }
  }

  async #news(id: string, open: OpenMap): Promise<MapChanged | undefined> {
    const { isWhole, cells } = await sliced(this.#session, open.map.refresh());
    if (isWhole) open.borders = '';
    const ranges = open.map.ranges();
    const borders = JSON.stringify(ranges);
    if (borders === open.borders && cells.length === 0) return undefined;
    open.borders = borders;
    return isWhole ? { id, picture: open.map.picture() } : { id, cells, ranges };
  }

  async #bestView(views: readonly View[], network: MapNetwork): Promise<View | undefined> {
    const [only, ...others] = views;
    if (others.length === 0) return only;
    const cells = new Map<View, Uint8Array>();
    for (const view of views) {
      const map = new NetworkMap(this.#session.engine, view, network);
      await sliced(this.#session, map.refresh());
      cells.set(view, map.cells);
      map.dispose();
    }
    return bestView(views, (view) => cells.get(view) ?? new Uint8Array());
  }
}

/** Does work in slices, so that messages are answered in between. */
export async function sliced<T>({ host }: Pick<SessionParts, 'host'>, steps: Generator<void, T>): Promise<T> {
  for (let end = host.now() + SLICE; ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (host.now() < end) continue;
    await new Promise<void>((resolve) => host.soon(resolve));
    end = host.now() + SLICE;
  }
}
