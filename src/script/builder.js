// The embed builder: a live preview of the piece that is chosen, in a page like the host's, and the
// code to paste. Choices are read from the form as a whole whenever one of them changes.
(() => {
  'use strict';
  const form = document.querySelector('form');
  for (const part of document.querySelectorAll('main > [hidden]')) part.hidden = false;
  const column = document.querySelector('.column');
  const told = document.querySelector('.told');
  const state = form.querySelector('.state div');
  const here = new URL('.', location.href);
  // In the last the readout stands beside its chart.
  const WIDTHS = [320, 600, 900, 1000];
  // Scripts and links that open beside the frame. What is opened is a page like any other: without the
  // last word a sandbox would follow the reader there.
  const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
  let integrity = '';

  const element = (name, attributes = {}) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  const piece = () => form.elements.piece.selectedOptions[0];

  const query = () => {
    const chosen = new URLSearchParams();
    const theme = form.elements.theme.value;
    if (theme !== 'auto') chosen.set('theme', theme);
    for (const flag of ['plain', 'compact', 'transparent', 'static']) {
      if (form.elements[flag].checked) chosen.set(flag, '1');
    }
    for (const select of state.querySelectorAll('select')) {
      // What the wasm draws, a piece without it cannot show first.
      select.disabled = 'live' in select.dataset && form.elements.static.checked;
      if (select.selectedIndex > 0 && !select.disabled) chosen.set(select.name, select.value);
    }
    return chosen;
  };

  const address = chosen => {
    const url = new URL(`embed/${piece().value}/`, here);
    url.search = chosen;
    return url.href;
  };

  const style = ({ height, least }) => {
    const { theme, transparent } = form.elements;
    // Browsers put a ground under a frame whose scheme is not that of the page in it.
    const scheme = theme.value === 'auto' ? 'light dark' : theme.value;
    const ground = transparent.checked ? `;color-scheme:${scheme}` : '';
    // A height of its own would keep a frame from its content's; who does not know `if` has no such frames.
    const native = (one, other) => `if(supports(frame-sizing:content-height):${one};else:${other})`;
    const sized = `height:${height};height:${native('auto', height)};min-height:${native(least, '0px')}`;
    return `width:100%;border:0;frame-sizing:content-height;${sized}${ground}`;
  };

  // A line through the heights at two widths, over the width of the window.
  const line = ([w1, h1], [w2, h2]) => {
    const slope = Math.round(100 * (h1 - h2) / (w2 - w1));
    return `${Math.round(h1 + w1 * slope / 100)}px - ${slope}vw`;
  };

  // `height`: where neither the browser nor a script sizes the frame; never lower than the piece is in a wide
  // column, and on narrow windows as much higher as it is there. `least`: what a frame that its browser sizes
  // keeps free until the piece has come. Far below what is in it, whatever a reader chooses there: Chromium 156 shows but
  // 150 px of what comes into a frame that is higher.
  const frames = heights => {
    const [narrow, middle, wide, widest] = WIDTHS.map(it => heights.get(it));
    const most = Math.max(middle, wide);
    return {
      height: most < narrow
        ? `clamp(${most}px,${line([WIDTHS[0], narrow], [WIDTHS[1], most])},${narrow}px)` : `${most}px`,
      least: `${Math.min(400, Math.round(Math.min(narrow, middle, wide, widest) / 2))}px`,
      attribute: middle,
    };
  };

  // For systems that take away the style: as wide as the column, without a border.
  const frame = (chosen, height) => ({
    src: address(chosen), title: piece().label, loading: 'lazy', sandbox: SANDBOX, 'data-explainer': '',
    width: '100%', height, frameborder: 0,
  });

  // An element as text. Made of text alone: the policy of this page allows no style in an attribute, not
  // even of an element that is never shown.
  const escaped = text => text.replace(/[&<>"]/g, it => `&#${it.charCodeAt(0)};`);
  // Attributes without a value are written as such, as hosts document them.
  const markup = (name, attributes, inner = '') => {
    const written = Object.entries(attributes).map(([key, value]) =>
      value === '' ? ` ${key}` : ` ${key}="${escaped(String(value))}"`);
    return `<${name}${written.join('')}>${inner}`;
  };

  const preview = sizes => {
    const host = form.elements.host.value;
    const shown = element('iframe', frame(query(), sizes.attribute));
    shown.style.cssText = style(sizes);
    // Here a frame may be wider than the window.
    shown.style.minHeight = 0;
    if (host === 'sandboxed') shown.setAttribute('sandbox', 'allow-scripts');
    if (host === 'scriptless') shown.setAttribute('sandbox', '');
    if (host === 'scriptless' || host === 'stripped') shown.removeAttribute('data-explainer');
    // As in browsers that do not size frames.
    if (host === 'stripped') shown.style.cssText = `width:100%;border:0;height:${sizes.height}`;
    // It is in the middle of the page already.
    shown.removeAttribute('loading');
    column.className = `column ${host}`;
    column.style.width = `${form.elements.width.value}px`;
    column.replaceChildren(shown);
    told.textContent = `${piece().label}, ${form.elements.width.value} px wide${fetched ? '' : '. The piece could not be fetched: what it shows first is not offered here, and its height is a guess'}`;
  };

  // How often something was asked for; what was asked for before the last is not shown.
  let turn = 0;

  // Whether the piece is there: offline, or while a host publishes, it may not be.
  let fetched = true;

  // Settled once it is known what the piece offers to choose.
  let offered;

  // That is read from the piece itself.
  const offer = async () => {
    const asked = piece().value;
    const answer = await fetch(address('')).catch(() => ({}));
    const text = answer.ok ? await answer.text() : '';
    // Another piece was asked for meanwhile, whose choices are not to stand among these.
    if (asked !== piece().value) return;
    fetched = answer.ok;
    state.replaceChildren();
    // Without its style sheets, which the policy of this page would not allow.
    const plain = text.replace(/<style>[^]*?<\/style>/g, '');
    const page = new DOMParser().parseFromString(plain, 'text/html');
    const add = (name, label, isLive, options) => {
      const select = element('select', { name, 'aria-label': label });
      if (isLive) select.dataset.live = '';
      for (const [value, words] of options) {
        const option = element('option', { value });
        option.textContent = words;
        select.append(option);
      }
      state.append(select);
    };
    for (const group of page.querySelectorAll('.switch')) {
      const radios = [...group.querySelectorAll('input')];
      const label = group.querySelector('legend')?.textContent ?? radios[0].name;
      add(radios[0].name, label, group.matches('.view'), radios.map(it => [it.value, it.parentElement.textContent]));
    }
    for (const [name, label, first, entries] of [
      ['release', 'Release', 'the latest release', '.chronology > .release'],
      ['actor', 'Actor', 'the whole map', '.dossier'],
    ]) {
      const found = [...page.querySelectorAll(entries)];
      const words = it => [...it.querySelectorAll('time, .opener')].map(it => it.textContent).join(': ');
      if (found.length) add(name, label, true, [['', first], ...found.map(it => [it.id.slice(name.length + 1), words(it)])]);
    }
    state.parentElement.hidden = !state.children.length;
  };

  // The height at each width, as the piece itself tells it: the last one, once it says no more for a while.
  const measure = chosen => new Promise(done => {
    const heights = new Map();
    let quiet;
    const frames = WIDTHS.map(width => {
      const asking = element('iframe', { src: address(chosen), class: 'measured', 'aria-hidden': 'true', tabindex: '-1' });
      asking.style.width = `${width}px`;
      return asking;
    });
    const end = () => {
      removeEventListener('message', hear);
      clearTimeout(late);
      clearTimeout(quiet);
      for (const asking of frames) asking.remove();
      for (const width of WIDTHS) heights.set(width, heights.get(width) ?? 900);
      done(heights);
    };
    const hear = ({ data, source }) => {
      const idx = frames.findIndex(it => it.contentWindow === source);
      if (idx < 0 || data?.type !== 'embed-size') return;
      heights.set(WIDTHS[idx], data.height);
      clearTimeout(quiet);
      if (heights.size === WIDTHS.length) quiet = setTimeout(end, 600);
    };
    const late = setTimeout(end, 5000);
    addEventListener('message', hear);
    document.body.append(...frames);
  });

  const write = (name, code) => {
    const field = document.getElementById(name);
    if (!field) return;
    field.value = code;
    field.closest('.code').hidden = !code;
  };

  const codes = (chosen, heights, sizes) => {
    const made = markup('iframe', { ...frame(chosen, sizes.attribute), style: style(sizes) }, '</iframe>');
    const script = { src: new URL('embed-1.js', here).href, async: '' };
    if (integrity) Object.assign(script, { integrity, crossorigin: 'anonymous' });
    write('html', `${made}\n${markup('script', script, '<\/script>')}`);
    const more = { overflow: '', tabindex: 0, role: 'button', 'aria-label': 'Show all' };
    write('amp', markup('amp-iframe', {
      src: address(chosen), title: piece().label, layout: 'responsive', width: 600,
      height: heights.get(600), sandbox: SANDBOX, frameborder: 0, resizable: '',
    }, `${markup('div', more, 'Show all</div>')}</amp-iframe>`));
    write('oembed', address(''));
    const { still, words } = piece().dataset;
    const picture = still && { src: new URL(still, here).href, alt: words, style: 'width:100%;height:auto' };
    write('still', picture && markup('img', picture));
  };

  const show = async event => {
    const mine = ++turn;
    if (!event || event.target.name === 'piece') offered = offer();
    await offered;
    if (mine !== turn) return;
    const chosen = query();
    const heights = await measure(chosen);
    if (mine !== turn) return;
    const sizes = frames(heights);
    preview(sizes);
    codes(chosen, heights, sizes);
  };

  form.addEventListener('change', show);
  form.addEventListener('submit', event => event.preventDefault());
  document.querySelector('.codes').addEventListener('click', async ({ target }) => {
    if (target.localName !== 'button') return;
    const field = target.parentElement.querySelector('textarea');
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand('copy');
    }
    target.textContent = 'Copied';
    setTimeout(() => { target.textContent = 'Copy'; }, 2000);
  });

  // Hosts load the script only if it is the one that they were given here; for that they must be let read it.
  const seal = async () => {
    const answer = await fetch('embed-1.js');
    const isOpen = answer.headers.get('access-control-allow-origin') === '*';
    document.querySelector('[data-role=closed]').hidden = isOpen;
    if (!isOpen) return;
    const digest = await crypto.subtle.digest('SHA-384', await answer.arrayBuffer());
    integrity = `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
  };
  // Without a secure context there is no digest, and the code goes without.
  seal().catch(() => {}).then(() => show());
})();
