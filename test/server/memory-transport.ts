import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver-protocol/node';

/** One direction of a connection in memory: what is written comes out as its JSON says, in order, and never at once. */
export class MemoryChannel {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;

  constructor() {
    const reader = new MemoryReader();
    this.reader = reader;
    this.writer = new MemoryWriter(reader);
  }
}

class MemoryReader extends AbstractMessageReader {
  #heard: DataCallback | undefined;
  #waiting: Message[] = [];

  listen(callback: DataCallback): Disposable {
    this.#heard = callback;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const message of waiting) callback(message);
    return { dispose: () => (this.#heard = undefined) };
  }

  receive(text: string): void {
    const message = JSON.parse(text) as Message;
    if (this.#heard) this.#heard(message);
    else this.#waiting.push(message);
  }
}

class MemoryWriter extends AbstractMessageWriter {
  readonly #reader: MemoryReader;

  constructor(reader: MemoryReader) {
    super();
    this.#reader = reader;
  }

  async write(message: Message): Promise<void> {
    const text = JSON.stringify(message);
    queueMicrotask(() => this.#reader.receive(text));
  }

  end(): void {}
}
