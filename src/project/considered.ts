import type { FileNameOrigin } from '../config/origin.ts';
import type { Claim } from './claim.ts';
import type { Decision } from './evidence.ts';

/** All that was looked at to tell which zone a file is, in the order in which it counts. Names are absolute. */
export interface Considered {
  /** The entry of the settings whose glob fits. */
  readonly setting: { readonly origin: string | undefined; readonly view: string | undefined } | undefined;
  /** The zones that configurations load from it. */
  readonly declared: readonly Claim[];
  /** Whether the configurations tell which files are loaded, and this is none of them. */
  readonly isLeftOut: boolean;
  /** What its $ORIGIN and its SOA record say. */
  readonly text: string | undefined;
  readonly hasSoa: boolean;
  /** What its name says. */
  readonly name: FileNameOrigin | undefined;
  /** What its name may say though nothing in it marks a zone file. */
  readonly mayBe: readonly string[];
  /** What records say of several readings of its name. */
  readonly decided: Decision | undefined;
  /** The files that include it. */
  readonly includedBy: readonly string[];
}
