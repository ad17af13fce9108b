import { phrase } from '../language/phrase.ts';

/** What a hosting panel calls the machines it numbers. */
const MACHINES =
  'vm vmi vmd vps vds srv svr server kvm ks ns ve vz ovz xen ct vs rs lvps euve vserver inst instance hwsrv dedi ded cloud cvm ecs zap static ps ds v'.split(
    ' ',
  );
/** Shorter ones, which need more digits. */
const LETTERS = 'id ip box node p s h u i k'.split(' ');

/** All that may stand before such a number. */
export const INSTANCE_PREFIXES: readonly string[] = [...MACHINES, ...LETTERS];

/** Those of virtual machines, which nobody counts by hand past a thousand; a year is no such number. */
const VIRTUAL = /^(?:vps|vds|kvm|vmi|vmd|vm|lvps|euve)[-_]?(?!19\d\d|20\d\d)\d{4}$/;
const COUNTED = new RegExp(
  `^(?:(?:${MACHINES.join('|')})[-_]?\\d{5,}|(?:${LETTERS.join('|')})[-_]?\\d{6,})(?:-?[a-z])?$`,
);
const RANDOM = new RegExp(`^(?:${INSTANCE_PREFIXES.join('|')})[-_]?([0-9a-f]{8,})$`);
const HARDWARE = /^[a-z]{0,5}-?(?:[0-9a-f]{12}|0106[0-9a-f]{12})$/;
const UUID = /^(?:[a-z]{1,4}-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Half a sentence on why a first label is the id of a machine or a line rather than a name; undefined when it is not. */
export function instanceName(label: string): string | undefined {
  if (/^\d{5,}$/.test(label)) return phrase`begins with the bare number ${label}`;
  if (/\d{4}/.test(label) && (COUNTED.test(label) || VIRTUAL.test(label)))
    return phrase`begins with the serial number "${label}" of a machine`;
  if (!/[0-9a-f]{8}$/.test(label)) return undefined;
  const random = RANDOM.exec(label)?.[1];
  if (random !== undefined && /\d.*\d/.test(random) && /[a-f]/.test(random)) {
    return phrase`begins with the random id "${label}" of a machine`;
  }
  if (UUID.test(label)) return phrase`begins with the random id "${label}"`;
  if (HARDWARE.test(label) && /\d.*\d.*\d/.test(label)) return phrase`begins with the hardware address "${label}"`;
  return undefined;
}
