import type { OptionRow } from './arguments.ts';

/** Options that several commands take, each told once. */
export const CONFIG: OptionRow = {
  name: 'config',
  value: 'FILE',
  about: "a server's configuration (named.conf, nsd.conf, knot.conf, Corefile), or a zonewright.json",
};

/** The name of the zone in a file that does not tell it. */
export const ORIGIN: OptionRow = {
  name: 'origin',
  value: 'NAME',
  about: "the zone's name, where the file and its surroundings do not tell it (one FILE, or -)",
};

/** The format of commands that print either text or JSON. */
export const TEXT_OR_JSON: OptionRow = {
  name: 'format',
  value: 'text|json',
  words: ['text', 'json'],
  about: 'text for people (the default), or json',
};

/** What `format` may be where it is text or JSON. */
export const textOrJson = ['text', 'json'] as const;
