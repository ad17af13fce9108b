import { phrase } from '../language/phrase.ts';
import { isAnswer, readReply } from './dns-message.ts';
import { questionBytes } from './question-bytes.ts';
import { QuestionGate } from './question-gate.ts';
import { type Question, type Reply, type Resolver, type ResolverLimits, silence, type Transfer } from './resolver.ts';

/** DNS over HTTPS (RFC 8484): what can be asked from a browser. All goes to one server, which asks the others. */
export class HttpsResolver implements Resolver {
  readonly #url: string;
  readonly #limits: ResolverLimits;
  readonly #gate: QuestionGate;
  readonly #underway = new Set<AbortController>();
  #isCancelled = false;

  /** The server's URL as users know it, such as `https://dns.example/dns-query`. */
  constructor(url: string, limits: ResolverLimits) {
    this.#url = url;
    this.#limits = limits;
    this.#gate = new QuestionGate(
      limits,
      () => performance.now(),
      (run, milliseconds) => void setTimeout(run, milliseconds),
    );
  }

  ask(question: Question): Promise<Reply> {
    return new Promise((resolve) => {
      this.#gate.enter(() => {
        void this.#fetch(question).then((reply) => {
          this.#gate.leave();
          resolve(reply);
        });
      });
    });
  }

  transfer(): Promise<Transfer> {
    return Promise.resolve({ kind: 'refused', reason: phrase`zones are not handed out over HTTPS` });
  }

  cancel(): void {
    this.#isCancelled = true;
    for (const underway of this.#underway) underway.abort();
  }

  close(): void {
    this.cancel();
  }

  async #fetch(question: Question): Promise<Reply> {
    if (this.#isCancelled) return silence('cancelled');
    // The id is 0, so that caches on the way see equal questions as equal (RFC 8484 section 4.1).
    const bytes = questionBytes(question, { id: 0, recursive: true });
    const url = `${this.#url}${this.#url.includes('?') ? '&' : '?'}dns=${base64Url(bytes)}`;
    // Signals that are put together of others can be lost to the garbage collector in Node 20, and then nothing ends.
    const underway = new AbortController();
    this.#underway.add(underway);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      underway.abort();
    }, this.#limits.timeout);
    try {
      const response = await fetch(url, {
        headers: { accept: 'application/dns-message' },
        signal: underway.signal,
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
      if (!response.ok) return silence('refused', phrase`the server answers with HTTP status ${response.status}`);
      const body = new Uint8Array(await response.arrayBuffer());
      const reply = isAnswer(body) ? readReply(body) : undefined;
      return reply ?? silence('malformed', phrase`what the server sends is no DNS message`);
    } catch {
      if (this.#isCancelled) return silence('cancelled');
      return isLate ? silence('timeout') : silence('unreachable', phrase`the browser could not reach the server`);
    } finally {
      clearTimeout(timer);
      this.#underway.delete(underway);
    }
  }
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
