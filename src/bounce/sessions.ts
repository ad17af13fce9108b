import { addressesIn } from './addresses.ts';
import type { Unit } from './units.ts';

/** Tells the client of the session that a log entry is of, as another entry of it has its address; null where none has. */
export function clientsOfSessions(units: readonly Unit[]): (unit: Unit) => string | null {
  let clients: ReadonlyMap<string, string> | undefined;
  return (unit) => {
    const session = sessionOf(unit);
    if (session === undefined) return null;
    clients ??= clientsIn(units);
    return clients.get(session) ?? null;
  };
}

function clientsIn(units: readonly Unit[]): ReadonlyMap<string, string> {
  const clients = new Map<string, string>();
  for (const unit of units) {
    const session = sessionOf(unit);
    if (session === undefined || clients.has(session)) continue;
    const client = addressesIn(unit.text).find(({ role }) => role === 'sender');
    if (client) clients.set(session, client.text);
  }
  return clients;
}

function sessionOf({ kind, text }: Unit): string | undefined {
  return kind === 'log' ? SESSION.exec(text)?.[1] : undefined;
}

/** The number of a session or a message behind the name of the program, as OpenSMTPD, Sendmail and MDaemon write it. */
const SESSION = /^.{10,120}?(?:\w\[\d{1,10}\]: |[ [])(?=[0-9A-Za-z]{0,20}\d)([0-9A-Fa-f]{6,20}|[0-9A-Za-z]{14})[\]: ]/;
