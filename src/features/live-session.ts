import { isIn } from '../live/address-space.ts';
import { AuthoritativeLookup } from '../live/authoritative-lookup.ts';
import { LiveChecker } from '../live/checker.ts';
import type { Lookup } from '../live/look.ts';
import { ResolverLookup } from '../live/resolver-lookup.ts';
import type { Resolver, ServerAddress } from '../ports/resolver.ts';
import type { FeatureContext } from './context.ts';
import { LiveBeside } from './live-beside.ts';
import { LiveHeld } from './live-held.ts';
import { LiveScope } from './live-scope.ts';

/** How a live check asks. */
export interface LiveOptions {
  readonly resolver: Resolver;
  /** The server that the user names. */
  readonly named: ServerAddress | undefined;
  /** The option or setting with which it is named. */
  readonly namedBy: string;
  /** The servers of the system, asked where none is named. */
  readonly systemServers: () => readonly ServerAddress[];
  readonly authoritative: boolean;
  readonly concurrency: number;
  readonly isCancelled: () => boolean;
}

/** All that one live check works with. */
export interface LiveSession {
  readonly lookup: Lookup;
  readonly checker: LiveChecker;
  readonly held: LiveHeld;
  readonly beside: LiveBeside;
  readonly scope: LiveScope;
}

/** Prepares a live check. Nothing is asked yet. */
export function liveSession(ctx: FeatureContext, options: LiveOptions): LiveSession {
  const { resolver, named, authoritative } = options;
  const lookup = authoritative
    ? new AuthoritativeLookup({ resolver, through: named ? [named] : [] })
    : new ResolverLookup(resolver, named ? [named] : options.systemServers());
  const { genericNames, pools } = ctx.settings;
  const checker = new LiveChecker({
    lookup,
    judge: {
      passesStaticNames: !genericNames.static,
      isPool: (address) => pools.some((network) => isIn(address, network)),
    },
    isServerNamed: named !== undefined,
    namedBy: options.namedBy,
    isCancelled: options.isCancelled,
    window: options.concurrency * 2,
  });
  const held = new LiveHeld(ctx);
  return { lookup, checker, held, beside: new LiveBeside(held, lookup), scope: new LiveScope(held, checker, lookup) };
}
