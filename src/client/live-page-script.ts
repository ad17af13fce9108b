/** What runs in the results view: sorts and filters the rows, and tells the extension which buttons were pressed. */
export const pageScript = `
const editor = acquireVsCodeApi();
const rows = JSON.parse(document.getElementById('data').textContent).map((row, index) => ({ ...row, index }));
const words = JSON.parse(document.getElementById('words').textContent);
const kept = editor.getState() || { sort: '', descending: false, filter: '', verdict: '' };
const body = document.querySelector('#results tbody');
const filter = document.getElementById('filter');
const verdict = document.getElementById('verdict');
const status = document.getElementById('summary');
const summary = status.textContent;

function fill(text, ...values) {
  return text.replace(/\\{([01])\\}/g, (_, place) => values[place]);
}

function key(row, column) {
  if (column !== 'address') return row[column].toLowerCase();
  return row.address.includes(':') ? '~' + row.address : row.address.split('.').map((part) => part.padStart(3, '0')).join('.');
}

function shown() {
  const text = kept.filter.toLowerCase();
  const found = rows.filter((row) =>
    (kept.verdict === '' || row.verdict === kept.verdict) &&
    [row.address, row.published, row.held, row.verdict, row.advice, row.who].some((cell) => cell.toLowerCase().includes(text)));
  if (kept.sort === '') return found;
  const sign = kept.descending ? -1 : 1;
  return found.sort((a, b) => sign * (key(a, kept.sort) < key(b, kept.sort) ? -1 : key(a, kept.sort) > key(b, kept.sort) ? 1 : a.index - b.index));
}

function cell(text, className) {
  const made = document.createElement('td');
  made.setAttribute('role', 'cell');
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function button(text, label, className, press) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.className = className;
  made.setAttribute('aria-label', label);
  made.addEventListener('click', press);
  return made;
}

// Texts with the addresses of the rows that have them.
function texts(found) {
  const all = new Map();
  for (const row of found)
    for (const text of [row.advice, row.who]) {
      if (!all.has(text)) all.set(text, []);
      all.get(text).push(row.address);
    }
  return all;
}

function line(row, all) {
  const made = document.createElement('tr');
  made.setAttribute('role', 'row');
  const address = cell('');
  if (row.place) address.append(button(row.address, fill(words.show, row.address), 'link', () => editor.postMessage({ does: 'open', row: row.index })));
  else address.textContent = row.address;
  const isOwn = (text) => text !== '' && all.get(text).length === 1;
  const advice = cell(isOwn(row.advice) ? row.advice : '');
  if (isOwn(row.who)) {
    const who = document.createElement('p');
    who.className = 'who';
    who.textContent = row.who;
    advice.append(who);
  }
  if (row.request !== '') advice.append(button(words.copy, fill(words.copyFor, row.address), 'link', () => editor.postMessage({ does: 'request', row: row.index })));
  made.append(address, cell(row.published), cell(row.held), cell(row.verdict, row.severity), advice);
  for (const [i, label] of words.labels.entries()) made.children[i].dataset.label = label;
  return made;
}

const MOST = 2000;

function draw() {
  if (!body) return;
  const found = shown();
  const all = texts(found);
  body.replaceChildren(...found.slice(0, MOST).map((row) => line(row, all)));
  const shared = [...all].filter(([text, { length }]) => text !== '' && length > 1);
  document.getElementById('shared').replaceChildren(...shared.map(([text, addresses]) => {
    const made = document.createElement('li');
    const few = addresses.slice(0, 4).join(', ');
    made.textContent = (addresses.length > 4 ? fill(words.more, few, addresses.length - 4) : few) + ': ' + text;
    return made;
  }));
  const part = found.length === rows.length ? '' : fill(words.part, found.length, rows.length) + ' ';
  status.textContent = part + summary + (found.length > MOST ? '. ' + fill(words.most, MOST) : '');
  for (const head of document.querySelectorAll('#results th')) {
    const column = head.firstElementChild.dataset.sort;
    head.setAttribute('aria-sort', column !== kept.sort ? 'none' : kept.descending ? 'descending' : 'ascending');
  }
  editor.setState(kept);
}

if (body) {
  for (const word of [...new Set(rows.map((row) => row.verdict))].sort()) verdict.append(new Option(word, word));
  filter.value = kept.filter;
  verdict.value = kept.verdict;
  filter.addEventListener('input', () => { kept.filter = filter.value; draw(); });
  verdict.addEventListener('change', () => { kept.verdict = verdict.value; draw(); });
}
document.addEventListener('click', ({ target }) => {
  const { sort, copy, do: does } = target.dataset || {};
  if (sort) {
    kept.descending = kept.sort === sort && !kept.descending;
    kept.sort = sort;
    draw();
  } else if (copy) editor.postMessage({ does: 'copy', form: copy, rows: shown().map((row) => row.index) });
  else if (does) editor.postMessage({ does });
});
draw();
`;
