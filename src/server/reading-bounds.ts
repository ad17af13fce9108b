import { bytesLeftText, filesLeftText } from '../features/left-out.ts';
import { ReadBudget } from '../ports/read-budget.ts';
import type { Project } from '../project/project.ts';
import type { Settings } from '../settings/settings.ts';

import { type ClientConnection, tell } from './client-answers.ts';
import type { Path } from './uri.ts';

/** What bounds ask of the session. */
export interface BoundedSession extends ClientConnection {
  readonly project: Pick<Project, 'fileChanged'>;
  label(path: Path): string;
}

/** What bounds the reading of the workspace. Each kind of end is told once, and again after the limits were changed. */
export class ReadingBounds {
  readonly budget: ReadBudget;
  readonly #session: BoundedSession;
  readonly #told = new Set<'files' | 'bytes'>();
  #hasRoom = false;

  constructor(session: BoundedSession, settings: Settings) {
    this.#session = session;
    this.budget = new ReadBudget(settings.limits);
  }

  /** The settings' limits hold from now on; what they leave room for is wanted again. */
  changed({ limits }: Settings): void {
    const { files, bytes } = this.budget.limits;
    if (files === limits.files && bytes === limits.bytes) return;
    this.#told.clear();
    for (const path of this.budget.limit(limits)) {
      this.#session.project.fileChanged(path);
      this.#hasRoom = true;
    }
  }

  /** Whether there is room now for files that were left out, since this was last asked. */
  takeRoom(): boolean {
    const hasRoom = this.#hasRoom;
    this.#hasRoom = false;
    return hasRoom;
  }

  /** A folder has more files than are looked at. */
  tellFiles(folder: Path): void {
    this.#tell('files', filesLeftText(this.#session.label(folder), this.budget.limits.files, 'editor'));
  }

  /** Files were read: tells of those that there was no room for. */
  tellBytes(): void {
    const text = bytesLeftText(this.budget, (path) => this.#session.label(path), 'editor');
    if (text !== undefined) this.#tell('bytes', text);
  }

  #tell(kind: 'files' | 'bytes', text: string): void {
    if (this.#told.has(kind)) return;
    this.#told.add(kind);
    this.#session.connection.console.warn(text);
    tell(this.#session, 'warning', `Zonewright: ${text}`);
  }
}
