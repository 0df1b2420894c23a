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
  function drop(row) {
    const group = row.closest('[data-group]');
    const next = row.nextElementSibling || row.previousElementSibling;
    row.remove();
    if (next) inputs(next)[0]?.focus(); else add(group, true);
    number(group);
    touched(group.closest('form'));
  }
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
    for (const line of cells(text)) {
      row ??= add(group, false);
      const targets = inputs(row);
      line.forEach((words, i) => targets[from + i] && fill(targets[from + i], words));
      row = row.nextElementSibling;
    }
    touched(group.closest('form'));
    say(toast?.dataset.pasted);
  });
  document.addEventListener('keydown', event => {
    if (event.key === '/' && !/INPUT|TEXTAREA|SELECT/.test(event.target.tagName) && !event.ctrlKey && !event.metaKey) {
      const field = find('[data-shortcut="/"]');
      if (field) { event.preventDefault(); field.focus(); field.select(); }
      return;
    }
    if (event.key === 'Escape') { all('details.menu[open]').forEach(menu => { menu.open = false; }); if (location.hash === '#side') location.hash = '#main'; }
    const row = event.target.closest?.('[data-group] tbody > tr');
    if (!row || event.isComposing) return;
    const group = row.closest('[data-group]');
    if (event.key === 'Enter' && /INPUT|SELECT/.test(event.target.tagName)) {
      event.preventDefault();
      const fields = inputs(row), at = fields.indexOf(event.target);
      if (event.ctrlKey || event.metaKey || at === fields.length - 1) (row.nextElementSibling ? inputs(row.nextElementSibling)[0]?.focus() : add(group, true));
      else fields[at + 1].focus();
    } else if (event.key === 'Delete' && event.ctrlKey) { event.preventDefault(); drop(row); }
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
    if (event.target.type === 'file') { const label = find('[data-file]', event.target.parentElement); if (label && event.target.files[0]) label.textContent = event.target.files[0].name; }
    touched(event.target.form);
  });
  for (const [kind, over] of [['dragover', true], ['dragleave', false], ['drop', false]]) {
    document.addEventListener(kind, event => event.target.closest?.('.dropzone')?.classList.toggle('over', over));
  }

  /* suggestions while somebody types */
  let waiting, lists = 0;
  document.addEventListener('input', event => {
    const field = event.target, what = field.dataset?.suggest;
    touched(field.form);
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

  /* what is typed is not lost by accident, and not sent twice */
  let typed = null;
  function touched(form) { if (form?.dataset?.guard) typed = form; }
  addEventListener('beforeunload', event => { if (typed && document.contains(typed)) event.preventDefault(); });
  document.addEventListener('submit', event => {
    const button = find('[data-busy]', event.target);
    typed = null;
    if (!button) return;
    if (button.hasAttribute('aria-disabled')) { event.preventDefault(); return; }
    if (!event.submitter?.hasAttribute('data-add')) { button.setAttribute('aria-disabled', 'true'); button.textContent = button.dataset.busy; }
  });
  addEventListener('pageshow', event => { if (event.persisted) location.reload(); });

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
    if (typed || document.activeElement?.closest('#main form')) { event.preventDefault(); say(toast?.dataset.newer); }
  });
  const folded = new Map();
  document.addEventListener('htmx:beforeSwap', event => { if (event.detail.target?.id === 'main') all('#main details').forEach((part, at) => folded.set(at, part.open)); });
  document.addEventListener('htmx:afterSettle', event => { if (event.target?.id === 'main') { all('#main details').forEach((part, at) => { if (folded.has(at)) part.open = folded.get(at); }); folded.clear(); } });

  find('[data-focus]')?.focus();
})();
