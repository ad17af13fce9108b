/** An entry of a menu; one that can't be chosen says why. */
export interface MenuEntry {
  readonly title: string;
  readonly refused?: string | undefined;
  readonly run: () => void;
}

/** A menu that is opened at a point, and driven by mouse or keys as menus are (ARIA pattern "menu"). */
export class Menu {
  readonly #box: HTMLElement;
  #back: HTMLElement | undefined;

  constructor(box: HTMLElement) {
    this.#box = box;
    box.addEventListener('keydown', (event) => this.#key(event));
    document.addEventListener('pointerdown', (event) => {
      if (event.target instanceof Node && !box.contains(event.target)) this.close();
    });
  }

  get isOpen(): boolean {
    return !this.#box.hidden;
  }

  /** Opens it; focus goes to the first entry, and back to `back` in the end. */
  open(
    title: string,
    entries: readonly MenuEntry[],
    at: { readonly x: number; readonly y: number },
    back: HTMLElement,
  ): void {
    this.#back = back;
    this.#box.setAttribute('aria-label', title);
    this.#box.replaceChildren(...entries.map((entry) => this.#item(entry)));
    this.#box.hidden = false;
    const { width, height } = this.#box.getBoundingClientRect();
    this.#box.style.left = `${Math.max(4, Math.min(at.x, window.innerWidth - width - 4))}px`;
    this.#box.style.top = `${Math.max(4, Math.min(at.y, window.innerHeight - height - 4))}px`;
    this.#items[0]?.focus();
  }

  close(): void {
    if (!this.isOpen) return;
    this.#box.hidden = true;
    this.#back?.focus();
  }

  get #items(): HTMLElement[] {
    return [...this.#box.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  #item({ title, refused, run }: MenuEntry): HTMLElement {
    const item = document.createElement('div');
    item.role = 'menuitem';
    item.tabIndex = -1;
    item.textContent = refused === undefined ? title : `${title} (${refused})`;
    if (refused !== undefined) item.setAttribute('aria-disabled', 'true');
    item.addEventListener('click', () => {
      if (refused !== undefined) return;
      this.close();
      run();
    });
    return item;
  }

  #key(event: KeyboardEvent): void {
    const items = this.#items;
    const now = items.findIndex((item) => item.matches(':focus'));
    const next: Readonly<Record<string, number>> = {
      ArrowDown: (now + 1) % items.length,
      ArrowUp: (now + items.length - 1) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const to = next[event.key];
    if (to !== undefined) items[to]?.focus();
    else if (event.key === 'Enter' || event.key === ' ') items[now]?.click();
    else if (event.key === 'Escape' || event.key === 'Tab') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
