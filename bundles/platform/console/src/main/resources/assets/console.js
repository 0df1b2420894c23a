'use strict';
/* What the console does in a browser beyond HTML: rows by keyboard and paste, suggestions, dates, live pages. Every page works without it. */
(() => {
  const find = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const toast = find('[data-toast]');
  let hiding;
  function say(words) {
    if (!toast || !words) return;
    toast.textContent = words;
    toast.hidden = false;
    clearTimeout(hiding);
    hiding = setTimeout(() => { toast.hidden = true; }, 6000);
  }

  /* rows of a group */
  const inputs = row => all('input:not([type=hidden]):not([type=date]), select, textarea', row);
  function number(group) {
    all('tbody > tr', group).forEach((row, at) => {
      find('[data-no]', row).textContent = at + 1;
      all('[name], [id], [for], [list]', row).forEach(part => {
        for (const name of ['name', 'id', 'for', 'aria-describedby']) {
          const value = part.getAttribute(name);
          if (value) part.setAttribute(name, value.replace(/\[\d+\]|-\d+-/, found => found[0] === '[' ? `[${at}]` : `-${at}-`));
        }
      });
      all('[aria-label]', row).forEach(part => part.setAttribute('aria-label', part.getAttribute('aria-label').replace(/ \d+$/, ' ' + (at + 1))));
    });
  }
  function add(group, focus) {
    const row = find('template', group).content.firstElementChild.cloneNode(true);
    find('tbody', group).append(row);
    number(group);
    if (focus) inputs(row)[0]?.focus();
    return row;
  }
  function copy(row) {
    const fresh = row.cloneNode(true), from = inputs(row);
    inputs(fresh).forEach((field, at) => { if (field.type !== 'file') field.value = from[at].value; });
    all('.taken, .gap', fresh).forEach(part => part.remove());
    row.after(fresh);
    number(row.closest('[data-group]'));
    inputs(fresh)[0]?.focus();
    touched(row.closest('form'));
  }
  function drop(row) {
    const group = row.closest('[data-group]');
    const next = row.nextElementSibling || row.previousElementSibling;
    row.remove();
    if (next) inputs(next)[0]?.focus(); else add(group, true);
    number(group);
    touched(group.closest('form'));
    sums(group);
  }

  /* sums of a group whose rows have a quantity and a price, an amount or a percentage: shown, never sent */
  const decimal = field => { const found = Number((field?.value || '').normalize('NFKC').replace(/[,\s¥]/g, '')); return Number.isFinite(found) ? found : 0; };
  const money = value => value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  function sums(group) {
    const out = find('[data-sum]', group), rows = all('tbody > tr', group);
    if (!out) return;
    const cell = (row, name) => find(`[name$="].${name}"]`, row);
    const parts = [];
    if (rows.some(row => cell(row, 'price'))) { const all = rows.reduce((sum, row) => sum + Math.round(decimal(cell(row, 'quantity')) * decimal(cell(row, 'price')) * 100) / 100, 0); if (all) parts.push([out.dataset.total, money(all)]); }
    else if (rows.some(row => cell(row, 'percent'))) {
      const percent = rows.reduce((sum, row) => sum + decimal(cell(row, 'percent')), 0), amount = rows.reduce((sum, row) => sum + decimal(cell(row, 'amount')), 0);
      if (percent) parts.push([out.dataset.percent, `${Math.round(percent * 100) / 100} %`]);
      if (amount) parts.push([out.dataset.total, money(amount)]);
    }
    out.textContent = parts.map(([name, value]) => `${name} ${value}`).join(' · ');
  }
  all('[data-group]').forEach(sums);
  function fill(field, words) {
    const plain = words.trim();
    if (field.tagName === 'SELECT') {
      const hit = [...field.options].find(option => option.value === plain || option.textContent.trim() === plain);
      if (hit) field.value = hit.value;
    } else if (field.type !== 'radio' && field.type !== 'checkbox' && field.type !== 'file') {
      field.value = field.inputMode === 'decimal' ? plain.replace(/^[¥￥$€\s]+/, '') : plain;
    }
  }
  /* a spreadsheet puts cells between tabs, and quotes those with line breaks */
  function cells(text) {
    const rows = [[]];
    let cell = '', quoted = false;
    for (let i = 0; i < text.length; i++) {
      const c = text[i];
      if (quoted) {
        if (c === '"' && text[i + 1] === '"') { cell += '"'; i++; } else if (c === '"') quoted = false; else cell += c;
      } else if (c === '"' && cell === '') quoted = true;
      else if (c === '\t') { rows.at(-1).push(cell); cell = ''; }
      else if (c === '\n') { rows.at(-1).push(cell); cell = ''; rows.push([]); }
      else if (c !== '\r') cell += c;
    }
    rows.at(-1).push(cell);
    return rows.filter(row => row.some(words => words.trim() !== ''));
  }
  document.addEventListener('paste', event => {
    const group = event.target.closest?.('[data-group]');
    const text = event.clipboardData?.getData('text/plain') || '';
    if (!group || !/[\t]|\n.*\S/.test(text) || (event.target.tagName === 'TEXTAREA' && !text.includes('\t'))) return;
    event.preventDefault();
    let row = event.target.closest('tr');
    const from = inputs(row).indexOf(event.target);
    let last = event.target;
    for (const line of cells(text)) {
      row ??= add(group, false);
      const targets = inputs(row);
      line.forEach((words, i) => { if (targets[from + i]) { fill(targets[from + i], words); last = targets[from + i]; } });
      row = row.nextElementSibling;
    }
    last.focus();
    touched(group.closest('form'));
    sums(group);
    say(toast?.dataset.pasted);
  });
  document.addEventListener('keydown', event => {
    if (event.key === '/' && !/INPUT|TEXTAREA|SELECT/.test(event.target.tagName) && !event.ctrlKey && !event.metaKey) {
      const field = find('[data-shortcut="/"]');
      if (field) { event.preventDefault(); field.focus(); field.select(); }
      return;
    }
    if (event.key.toLowerCase() === 's' && event.ctrlKey && !event.shiftKey && !event.altKey) {
      const form = event.target.closest?.('form.form');
      if (form) { event.preventDefault(); form.requestSubmit(find('[data-busy]', form)); }
      return;
    }
    if (event.key === 'Escape') { all('details.menu[open]').forEach(menu => { menu.open = false; }); if (location.hash === '#side') location.hash = '#main'; }
    const row = event.target.closest?.('[data-group] tbody > tr');
    if (!row || event.isComposing) return;
    const group = row.closest('[data-group]');
    if (event.key === 'Enter' && (/INPUT|SELECT/.test(event.target.tagName) || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      const fields = inputs(row), at = fields.indexOf(event.target);
      if (event.ctrlKey || event.metaKey || at === fields.length - 1) (row.nextElementSibling ? inputs(row.nextElementSibling)[0]?.focus() : add(group, true));
      else fields[at + 1].focus();
    } else if (event.key === 'Delete' && event.ctrlKey) { event.preventDefault(); drop(row); }
    else if (event.key.toLowerCase() === 'd' && event.ctrlKey && !event.shiftKey && !event.altKey) { event.preventDefault(); copy(row); sums(group); }
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && event.target.tagName === 'INPUT' && !event.target.list) {
      const other = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
      if (other) { event.preventDefault(); inputs(other)[inputs(row).indexOf(event.target)]?.focus(); }
    }
  });
  document.addEventListener('click', event => {
    const adding = event.target.closest('[data-add]');
    if (adding) { event.preventDefault(); add(adding.closest('[data-group]'), true); }
    const dropping = event.target.closest('[data-drop]');
    if (dropping) drop(dropping.closest('tr'));
    const picking = event.target.closest('[data-pick]');
    if (picking) pick(picking);
    all('details.menu[open]').forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
    const hint = event.target.closest('.summary a');
    if (hint) { const field = document.getElementById(hint.hash.slice(1)); if (field) { event.preventDefault(); field.focus(); field.scrollIntoView({ block: 'center' }); } }
  });

  /* days: typed as ISO, or picked */
  function pick(button) {
    const field = find('input:not([type=date])', button.parentElement);
    let native = find('input[type=date]', button.parentElement);
    if (!native) {
      native = document.createElement('input');
      native.type = 'date';
      native.tabIndex = -1;
      native.setAttribute('aria-hidden', 'true');
      native.addEventListener('change', () => { field.value = native.value; touched(field.form); field.focus(); });
      button.parentElement.append(native);
    }
    native.value = /^\d{4}-\d{2}-\d{2}$/.test(field.value) ? field.value : '';
    try { native.showPicker(); } catch { field.focus(); }
  }
  document.addEventListener('change', event => {
    if (event.target.matches?.('.date > input[inputmode]')) {
      const plain = event.target.value.normalize('NFKC').trim();
      const found = plain.match(/^(\d{4})\D?(\d{1,2})\D(\d{1,2})\D?$/) || plain.match(/^(\d{4})(\d{2})(\d{2})$/);
      if (found) event.target.value = [found[1], found[2].padStart(2, '0'), found[3].padStart(2, '0')].join('-');
    }
    if (event.target.matches?.('[data-amount]')) {
      const plain = event.target.value.normalize('NFKC').replace(/[,\s¥]/g, '');
      if (/^-?\d+(\.\d{1,2})?$/.test(plain)) {
        const [whole, part = ''] = plain.split('.');
        event.target.value = whole.replace(/\B(?=(\d{3})+$)/g, ',') + '.' + part.padEnd(2, '0');
      }
    }
    if (event.target.matches?.('[data-submit]')) event.target.form.requestSubmit();
    if (event.target.type === 'file' && event.target.files.length) send(event.target);
    touched(event.target.form);
    const summed = event.target.closest?.('[data-group]');
    if (summed) sums(summed);
  });

  /* files are taken in at once, so that their progress shows and a refusal costs nothing typed; without scripts they come with the form */
  for (const [kind, over] of [['dragover', true], ['dragleave', false], ['drop', false]]) {
    document.addEventListener(kind, event => event.target.closest?.('.dropzone')?.classList.toggle('over', over));
  }
  document.querySelectorAll('[data-group] input[type=file]').forEach(field => { field.multiple = true; });
  let sending = 0, later; // later: a form handed in while a file was on its way
  function send(field) {
    const files = [...field.files], group = field.closest('[data-group]');
    let row = field.closest('tr');
    field.value = '';
    files.forEach((file, at) => {
      if (at > 0 && group) {
        const kinds = all('select', row).map(select => select.value);
        row = add(group, false);
        all('select', row).forEach((select, i) => { select.value = kinds[i]; });
        field = find('input[type=file]', row);
        field.multiple = true;
      }
      if (at === 0 || group) take(file, field);
    });
  }
  function take(file, field) {
    const zone = field.closest('.dropzone'), label = find('[data-file]', zone), form = field.form, before = zone.dataset.words ??= label.textContent;
    const bar = document.createElement('progress'), request = new XMLHttpRequest(), body = new FormData();
    bar.max = 1;
    bar.setAttribute('aria-label', file.name);
    zone.append(bar);
    label.textContent = file.name;
    body.append('file', file, file.name);
    const failed = words => {
      label.textContent = before;
      let gap = find('.gap', zone.parentElement);
      if (!gap) { gap = document.createElement('p'); gap.className = 'gap'; zone.after(gap); }
      gap.setAttribute('role', 'alert');
      gap.textContent = `${file.name}: ${words || zone.dataset.refused}`;
    };
    request.upload.addEventListener('progress', event => { if (event.lengthComputable) bar.value = event.loaded / event.total; });
    request.addEventListener('loadend', () => {
      sending--;
      bar.remove();
      let answer = {};
      try { answer = JSON.parse(request.responseText); } catch { /* no words: the usual ones */ }
      if (request.status === 200 && answer.handle) taken(field, answer, before, label); else { later = undefined; failed(answer.refused); }
      if (later && sending === 0) { const { form, by } = later; later = undefined; form.requestSubmit(by); }
    });
    request.open('POST', '/upload');
    request.setRequestHeader('X-Kontor-Token', find('[name=_token]', form).value);
    sending++;
    request.send(body);
  }
  function taken(field, answer, before, label) {
    const part = field.closest('.field'), zone = field.closest('.dropzone');
    all('.taken, .gap', part).forEach(old => old.remove());
    const line = document.createElement('p'), name = document.createElement('span'), off = document.createElement('button');
    line.className = 'taken';
    name.textContent = answer.name;
    off.type = 'button';
    off.className = 'quiet';
    off.textContent = zone.dataset.remove;
    off.setAttribute('aria-label', `${zone.dataset.remove} ${answer.name}`);
    off.addEventListener('click', () => { line.remove(); field.focus(); });
    line.append(name, off);
    for (const [key, value] of [['handle', answer.handle], ['name', answer.name]]) {
      const hidden = document.createElement('input');
      hidden.type = 'hidden';
      hidden.name = `${field.name}.${key}`;
      hidden.value = value;
      line.append(hidden);
    }
    zone.before(line);
    find('[data-drawn]', part)?.removeAttribute('data-drawn');
    label.textContent = before;
    touched(field.form);
  }

  /* a picture is drawn with finger or pen, and taken in when its form is handed in; who has neither adds a file, as without scripts */
  function draw(place) {
    const pad = document.createElement('canvas'), again = document.createElement('button'), pen = pad.getContext('2d');
    pad.width = 1200;
    pad.height = 480;
    pad.setAttribute('role', 'img');
    pad.setAttribute('aria-label', place.dataset.drawing);
    again.type = 'button';
    again.className = 'quiet';
    again.textContent = place.dataset.again;
    const clear = () => { pen.fillStyle = '#fff'; pen.fillRect(0, 0, pad.width, pad.height); pad.removeAttribute('data-drawn'); };
    const at = event => { const box = pad.getBoundingClientRect(); return [(event.clientX - box.left) * pad.width / box.width, (event.clientY - box.top) * pad.height / box.height]; };
    const line = event => { pen.lineTo(...at(event)); pen.stroke(); };
    pad.addEventListener('pointerdown', event => {
      event.preventDefault();
      pad.setPointerCapture(event.pointerId);
      Object.assign(pen, { lineWidth: 7, lineCap: 'round', lineJoin: 'round', strokeStyle: '#10182b' });
      pen.beginPath();
      pen.moveTo(...at(event));
      line(event);
      pad.setAttribute('data-drawn', '');
      touched(find('input[type=file]', place.parentElement).form);
    });
    pad.addEventListener('pointermove', event => { if (pad.hasPointerCapture(event.pointerId)) line(event); });
    again.addEventListener('click', clear);
    clear();
    place.append(pad, again);
    place.hidden = false;
  }
  all('[data-drawing]').forEach(draw);
  document.addEventListener('submit', event => {
    const pad = find('[data-drawn]', event.target);
    if (!pad || sending > 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    later = { form: event.target, by: event.submitter };
    pad.toBlob(picture => take(new File([picture], 'signature.png', { type: 'image/png' }), find('input[type=file]', pad.closest('.field'))));
  }, true);

  /* people after an @ in a note: typed as a sign-in name, or picked */
  let calling, choosing;
  document.addEventListener('input', event => {
    const field = event.target;
    if (!field.hasAttribute?.('data-mention')) return;
    clearTimeout(calling);
    const called = field.value.slice(0, field.selectionStart).match(/(?:^|[^\w.-])@([\p{L}\p{N}._-]{0,30})$/u);
    if (!called) { stop(field); return; }
    calling = setTimeout(async () => {
      const answer = await fetch(`/suggest/person?q=${encodeURIComponent(called[1])}`).catch(() => null);
      if (answer?.ok) offer(field, called[1], await answer.json());
    }, 120);
  });
  function stop(field) { choosing?.list.remove(); choosing = undefined; for (const name of ['aria-controls', 'aria-activedescendant', 'aria-autocomplete']) field.removeAttribute(name); }
  function offer(field, typedName, people) {
    stop(field);
    if (!people.length) return;
    const list = document.createElement('ul');
    list.className = 'called';
    list.id = 'called';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', '@');
    people.slice(0, 6).forEach((person, at) => {
      const item = document.createElement('li');
      item.id = `called-${at}`;
      item.setAttribute('role', 'option');
      item.textContent = `${person.label} @${person.value}`;
      item.addEventListener('mousedown', event => { event.preventDefault(); put(field, person.value); });
      list.append(item);
    });
    field.after(list);
    field.setAttribute('aria-controls', 'called');
    field.setAttribute('aria-autocomplete', 'list');
    choosing = { list, people, typedName, at: 0 };
    mark(field, 0);
  }
  function mark(field, at) {
    const items = all('li', choosing.list);
    choosing.at = (at + items.length) % items.length;
    items.forEach((item, i) => item.setAttribute('aria-selected', i === choosing.at));
    field.setAttribute('aria-activedescendant', items[choosing.at].id);
  }
  function put(field, name) {
    const end = field.selectionStart, start = end - choosing.typedName.length;
    field.setRangeText(`${name} `, start, end, 'end');
    stop(field);
    field.focus();
  }
  document.addEventListener('keydown', event => {
    if (!choosing || !event.target.hasAttribute('data-mention') || event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') mark(event.target, choosing.at + (event.key === 'ArrowDown' ? 1 : -1));
    else if (event.key === 'Enter' || event.key === 'Tab') put(event.target, choosing.people[choosing.at].value);
    else if (event.key === 'Escape') stop(event.target);
    else return;
    event.preventDefault();
  });
  document.addEventListener('focusout', event => { if (choosing && event.target.hasAttribute?.('data-mention')) stop(event.target); });

  /* suggestions while somebody types */
  let waiting, lists = 0;
  document.addEventListener('input', event => {
    const field = event.target, what = field.dataset?.suggest;
    touched(field.form);
    const summed = field.closest?.('[data-group]');
    if (summed) sums(summed);
    if (!what || event.inputType === 'insertReplacementText') return;
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const answer = await fetch(`/suggest/${what}?q=${encodeURIComponent(field.value)}`).catch(() => null);
      if (!answer?.ok) return;
      let list = field.list;
      if (!list) { list = document.createElement('datalist'); list.id = `suggested-${++lists}`; field.after(list); field.setAttribute('list', list.id); }
      list.replaceChildren(...(await answer.json()).map(found => { const option = document.createElement('option'); option.value = found.value; option.label = found.label === found.value ? '' : `${found.value} · ${found.label}`; return option; }));
    }, 150);
  });

  /* the text of a file: numbers beside its lines, what is wrong under it. Tab goes on to the next field, as everywhere */
  function code(area) {
    const frame = document.createElement('div'), numbers = document.createElement('pre');
    const wrong = new Map();
    all('ol.source > li').forEach((line, at) => { const marks = all('.mark span', line); if (marks.length) wrong.set(at + 1, marks.map(mark => mark.textContent.trim()).join(' ')); });
    frame.className = 'code';
    numbers.setAttribute('aria-hidden', 'true');
    area.before(frame);
    frame.append(numbers, area);
    let count = 0;
    const lines = () => {
      const now = area.value.split('\n').length;
      if (now !== count) {
        count = now;
        numbers.replaceChildren(...Array.from({ length: now }, (_, at) => { const line = document.createElement('span'); line.textContent = at + 1; if (wrong.has(at + 1)) { line.className = 'wrong'; line.title = wrong.get(at + 1); } return line; }));
      }
      numbers.scrollTop = area.scrollTop;
    };
    const go = line => {
      const before = area.value.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
      area.focus();
      area.setSelectionRange(before, before + (area.value.split('\n')[line - 1] || '').length);
      area.scrollTop = (line - 4) * parseFloat(getComputedStyle(area).lineHeight);
    };
    if (wrong.size) {
      const list = document.createElement('ul');
      list.className = 'faults';
      wrong.forEach((message, line) => { const item = document.createElement('li'), jump = document.createElement('button'); jump.type = 'button'; jump.className = 'quiet'; jump.textContent = message; jump.addEventListener('click', () => go(line)); item.append(jump); list.append(item); });
      frame.after(list);
    }
    all('ol.source > li').forEach((line, at) => line.addEventListener('dblclick', () => go(at + 1)));
    area.addEventListener('input', lines);
    area.addEventListener('scroll', lines);
    area.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const indent = area.value.slice(area.value.lastIndexOf('\n', area.selectionStart - 1) + 1, area.selectionStart).match(/^[ \t]*/)[0];
      if (indent && document.execCommand('insertText', false, '\n' + indent)) event.preventDefault();
    });
    lines();
  }
  all('textarea[data-code]').forEach(code);

  /* what is typed is not lost by accident, and not sent twice */
  let typed = null;
  function touched(form) { if (form?.dataset?.guard) typed = form; }
  addEventListener('beforeunload', event => { if (typed && document.contains(typed)) event.preventDefault(); });
  document.addEventListener('submit', event => {
    const button = find('[data-busy]', event.target);
    if (sending > 0) { event.preventDefault(); later = { form: event.target, by: event.submitter }; say(toast?.dataset.sending); return; }
    typed = null;
    if (!button) return;
    if (button.hasAttribute('aria-disabled')) { event.preventDefault(); return; }
    if (!event.submitter?.hasAttribute('data-add')) { button.setAttribute('aria-disabled', 'true'); button.textContent = button.dataset.busy; }
  });
  addEventListener('pageshow', event => { if (event.persisted) location.reload(); });

  /* lists: an address holds only what narrows; rows are ticked together */
  document.addEventListener('submit', event => {
    const carrying = event.target.closest('details.export');
    if (carrying) setTimeout(() => { carrying.open = false; });
    if (event.target.method !== 'get') return;
    const empty = [...event.target.elements].filter(field => field.name && !field.value && !field.disabled);
    empty.forEach(field => { field.disabled = true; });
    setTimeout(() => empty.forEach(field => { field.disabled = false; }));
  });
  const boxes = form => all('tbody input[type=checkbox]', form);
  const dress = () => all('[data-all], [data-print]').forEach(part => { part.hidden = false; });
  document.addEventListener('change', event => {
    const form = event.target.closest?.('.ticks');
    if (!form) return;
    const every = find('[data-all]', form), rows = boxes(form);
    if (event.target === every) rows.forEach(box => { box.checked = every.checked; });
    const ticked = rows.filter(box => box.checked).length;
    every.checked = ticked === rows.length;
    every.indeterminate = ticked > 0 && ticked < rows.length;
  });
  document.addEventListener('click', event => {
    const printing = event.target.closest('[data-print]');
    if (printing) { printing.closest('details').open = false; print(); }
  });
  /* on a phone the tabs are one row that is pushed: the current one is in sight, and what it shows */
  const turn = () => all('.tabs').forEach(tabs => { const here = find('[aria-current]', tabs); if (here) tabs.scrollLeft = here.offsetLeft - tabs.offsetLeft - 40; });
  document.addEventListener('htmx:afterSettle', () => { dress(); turn(); });
  dress();
  turn();
  if (/[?&]tab=/.test(location.search) && matchMedia('(max-width: 820px)').matches && !location.hash) find('.tabs')?.scrollIntoView();

  /* live pages: fetched again when something happened, unless somebody is typing */
  const gone = find('[data-gone]');
  let losing;
  document.addEventListener('htmx:sseError', () => { losing ??= setTimeout(() => { if (gone) gone.hidden = false; }, 1500); });
  document.addEventListener('htmx:sseOpen', () => {
    clearTimeout(losing);
    losing = undefined;
    if (gone && !gone.hidden) { gone.hidden = true; const main = find('#main[hx-get]'); if (main && !typed) window.htmx.ajax('GET', main.getAttribute('hx-get'), { target: '#main', swap: 'outerHTML' }); }
  });
  document.addEventListener('htmx:beforeRequest', event => {
    if (event.detail.target?.id !== 'main') return;
    if (typed || document.activeElement?.closest('#main form') || find('.ticks tbody :checked')) { event.preventDefault(); say(toast?.dataset.newer); }
  });
  const folded = new Map();
  document.addEventListener('htmx:beforeSwap', event => { if (event.detail.target?.id === 'main') all('#main details').forEach((part, at) => folded.set(at, part.open)); });
  document.addEventListener('htmx:afterSettle', event => { if (event.target?.id === 'main') { all('#main details').forEach((part, at) => { if (folded.has(at)) part.open = folded.get(at); }); folded.clear(); } });

  /* what a page is for has the focus: what was wrong, else the first field of a form that is a page of its own; not on a phone */
  (find('[data-focus]') || (matchMedia('(hover: hover)').matches ? find('main > form.form input:not([type=hidden]), main > form.form textarea') : null))?.focus();
})();
