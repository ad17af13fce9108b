import { phrase } from '../language/phrase.ts';
import type { GraphEdge, NameGraphResult } from '../shared/map-protocol.ts';
import { editorApi, element, takeLanguage } from './editor.ts';

interface GraphState {
  readonly name: string;
}

takeLanguage();
const editor = editorApi<GraphState>();
const lines = document.getElementById('lines');
const linePaths = document.getElementById('paths');
const back = element('back', HTMLButtonElement);
const map = element('map', HTMLButtonElement);
/** The names that were walked through. */
const walked: string[] = [];
let shown: NameGraphResult | undefined;

function show(graph: NameGraphResult): void {
  if (shown && shown.name !== graph.name) {
    if (walked.at(-1) === graph.name) walked.pop();
    else walked.push(shown.name);
  }
  const isNew = shown?.name !== graph.name;
  shown = graph;
  editor.setState({ name: graph.name });
  back.disabled = walked.length === 0;
  map.hidden = !graph.isAddress;
  document.title = phrase`Graph of ${graph.name}`;
  element('title', HTMLElement).textContent = document.title;
  element('name', HTMLElement).textContent = graph.name;
  put('from', graph.from);
  put('to', graph.to);
  drawLines();
  const left = graph.left > 0 ? phrase`, ${graph.left} more are not drawn` : '';
  if (isNew)
    element('said', HTMLElement).textContent =
      phrase`${graph.name}: ${graph.from.length} point here, it leads to ${graph.to.length}${left}`;
}

function put(side: 'from' | 'to', edges: readonly GraphEdge[]): void {
  const items = edges.map((edge, index) => {
    const item = document.createElement('li');
    if (!edge.isHeld) item.className = 'unheld';
    const label = document.createElement('div');
    label.className = 'label';
    const type = document.createElement('span');
    type.textContent = edge.isHeld ? edge.label : phrase`${edge.label}, not held here`;
    label.append(type);
    if (edge.place)
      label.append(
        button(phrase`Record`, phrase`Show the ${edge.label} record of ${edge.name}`, () =>
          editor.postMessage({ does: 'open', side, index }),
        ),
      );
    item.append(label);
    if (edge.isHeld)
      item.append(
        button(edge.name, phrase`Go to ${edge.name}`, () => editor.postMessage({ does: 'walk', name: edge.name })),
      );
    else item.append(edge.name);
    return item;
  });
  if (items.length === 0) {
    const none = document.createElement('li');
    none.className = 'none';
    none.textContent = side === 'from' ? phrase`No record leads here` : phrase`It leads nowhere`;
    items.push(none);
  }
  element(side, HTMLElement).replaceChildren(...items);
}

function button(text: string, label: string, press: () => void): HTMLElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'link';
  made.textContent = text;
  made.title = label;
  made.addEventListener('click', press);
  return made;
}

/** How far left of the entries lines run where all stands below each other, in pixels. */
const ASIDE = 22;
/** How far from each other lines to the middle and from there run then. */
const AWAY = 8;

/** An arrow from each entry to the name in the middle, and from there to each: the way that the records lead. */
function drawLines(): void {
  if (!lines || !linePaths) return;
  const frame = lines.getBoundingClientRect();
  const middle = element('name', HTMLElement).getBoundingClientRect();
  const y = middle.top + middle.height / 2 - frame.top;
  const isColumn = element('from', HTMLElement).getBoundingClientRect().left === middle.left;
  const paths = [...document.querySelectorAll('#from li:not(.none), #to li:not(.none)')].map((item) => {
    const box = item.getBoundingClientRect();
    const isFrom = item.parentElement?.id === 'from';
    const [x0, x1] = isFrom
      ? [box.right - frame.left, middle.left - frame.left]
      : [middle.right - frame.left, box.left - frame.left];
    const [y0, y1] = isFrom ? [box.top + box.height / 2 - frame.top, y] : [y, box.top + box.height / 2 - frame.top];
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    const half = (x0 + x1) / 2;
    const left = middle.left - frame.left;
    path.setAttribute(
      'd',
      isColumn
        ? // Where all stands below each other, lines run beside it: those that come in a little above those that go.
          `M${left} ${y0 + (isFrom ? 0 : AWAY)}H${left - ASIDE}V${y1 - (isFrom ? AWAY : 0)}H${left}`
        : `M${x0} ${y0}C${half} ${y0} ${half} ${y1} ${x1} ${y1}`,
    );
    return path;
  });
  linePaths.replaceChildren(...paths);
}

back.addEventListener('click', () => {
  const name = walked.at(-1);
  if (name !== undefined) editor.postMessage({ does: 'walk', name });
});
map.addEventListener('click', () => editor.postMessage({ does: 'map' }));
window.addEventListener('resize', drawLines);
window.addEventListener(
  'message',
  ({ data }: MessageEvent<{ readonly is: string; readonly graph: NameGraphResult }>) => {
    if (data.is === 'graph') show(data.graph);
  },
);
editor.postMessage({ does: 'ready' });
