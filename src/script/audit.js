// The page for those who check. Sorts the table of all numbers, says how many are shown, and adds the
// releases up again from what stands in the cells. Without it the table stands sorted by date.
(() => {
  'use strict';
  const every = (selector, within = document) => [...within.querySelectorAll(selector)];
  const element = (name, words) => Object.assign(document.createElement(name), { textContent: words });
  const button = words => Object.assign(element('button', words), { type: 'button' });

  // A count as the page signs it: "18", "≥ 18", "> 430", "≈ 200", "0–16". Nothing if it is none.
  const count = text => {
    const [, sign, from, to] = /^([≥>≈≳]?)\s*([\d,]+)(?:–([\d,]+))?$/.exec(text.trim()) ?? [];
    if (!from) return null;
    const number = digits => Number(digits.replaceAll(',', ''));
    const strict = sign === '>';
    const low = number(from) + (strict ? 1 : 0);
    const high = ['≥', '>', '≳'].includes(sign) ? Infinity : number(to ?? from);
    return { low, high, about: ['≈', '≳'].includes(sign), strict };
  };

  const signed = ({ low, high, about, strict }) => {
    const [from, to] = [low - (strict ? 1 : 0), high].map(it => it.toLocaleString('en-US'));
    if (high === Infinity) return `${about ? '≳' : strict ? '>' : '≥'} ${from}`;
    return (about ? '≈ ' : '') + (high === low ? from : `${from}–${to}`);
  };

  // Bounds add up as bounds: what is open above or approximate in a part is so in the sum.
  const plus = (a, b) => ({
    low: a.low + b.low,
    high: a.high + b.high,
    about: a.about || b.about,
    strict: a.strict || b.strict,
  });

  const ledger = () => {
    const section = document.querySelector('.ledger');
    const body = section.querySelector('tbody');
    const heads = every('thead th', section);
    const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const words = (row, column) => row.cells[column].dataset.key ?? row.cells[column].textContent.trim();
    const counts = (a, b) => a.low - b.low || (a.high === b.high ? 0 : a.high - b.high);

    const tell = () => {
      const sorted = heads.find(it => it.ariaSort);
      const rows = [...body.rows];
      const shown = rows.filter(it => it.getClientRects().length > 0);
      section.querySelector('.told').textContent = `${shown.length} of ${rows.length} numbers are shown, ` +
        `sorted by ${sorted.textContent.toLowerCase()}, ${sorted.ariaSort}.`;
    };

    const sort = head => {
      const way = head.ariaSort === 'ascending' ? -1 : 1;
      const column = heads.indexOf(head);
      const compare = head.dataset.by === 'count'
        ? (a, b) => counts(count(words(a, column)), count(words(b, column)))
        : (a, b) => collator.compare(words(a, column), words(b, column));
      body.append(...[...body.rows].sort((a, b) => way * compare(a, b)));
      for (const it of heads) it.removeAttribute('aria-sort');
      head.ariaSort = way > 0 ? 'ascending' : 'descending';
      tell();
    };

    for (const head of heads) {
      const press = button(head.textContent);
      press.addEventListener('click', () => sort(head));
      head.replaceChildren(press);
    }
    section.addEventListener('change', tell);
    tell();
  };

  const sum = () => {
    const section = document.querySelector('#sum');
    const lines = every('tbody tr', section);
    const totals = every('[data-total]', section);
    const told = section.querySelector('.told');
    const running = element('span', '');
    const press = button('Add it up again');
    const calm = matchMedia('(prefers-reduced-motion: reduce)');
    const PAUSE = 160;
    let sums, at, differs, timer;

    const text = (line, selector) => line.querySelector(selector).textContent.trim();
    // What a line adds; nothing if it stands outside the sum. An unknown share is from nobody to everybody.
    const part = (line, of) => {
      const everybody = count(text(line, '[data-part=itemised]'));
      if (of === 'itemised' || !everybody) return everybody;
      return count(text(line, `[data-part=${of}]`)) ?? { low: 0, high: everybody.high };
    };

    const step = () => {
      const line = lines[at];
      let same = true;
      sums = sums.map((it, idx) => {
        const of = totals[idx].dataset.total;
        const more = part(line, of);
        const after = more ? plus(it, more) : it;
        same &&= signed(after) === text(line, `[data-sum=${of}]`);
        return after;
      });
      line.classList.toggle('other', !same);
      if (!same) differs ??= text(line, 'th');
      lines[at - 1]?.classList.remove('now');
      line.classList.add('now');
      running.textContent = sums.map(signed).join(' · ');
      at += 1;
    };

    const end = () => {
      clearInterval(timer);
      timer = undefined;
      for (const it of lines) it.classList.remove('now');
      const found = totals.map((it, idx) => {
        const same = signed(sums[idx]) === it.textContent.trim();
        return `${it.dataset.label}: ${signed(sums[idx])} added up, ${it.textContent.trim()} stated: ` +
          `${same ? 'the same' : 'not the same'}.`;
      });
      if (differs) found.push(`The first row that differs is that of ${differs}.`);
      running.textContent = '';
      told.textContent = found.join(' ');
      press.textContent = 'Add it up again';
    };

    const finish = () => {
      while (at < lines.length) step();
      end();
    };

    press.addEventListener('click', () => {
      if (timer) return finish();
      [sums, at, differs] = [totals.map(() => count('0')), 0, undefined];
      told.textContent = '';
      for (const it of lines) it.classList.remove('other');
      if (calm.matches) return finish();
      press.textContent = 'To the end';
      timer = setInterval(() => (at < lines.length ? step() : end()), PAUSE);
    });
    section.querySelector('.again').append(press, running);
  };

  ledger();
  sum();
})();
