// What an embed page does before, and without, the wasm: options, state, the start of the module, and
// its height, told to the host in every protocol that hosts listen to.
//
// Stands inline in the head, so that options are there before anything is drawn. It must work where the
// origin is opaque (sandbox="allow-scripts"): no storage, no history, no module of its own. Whatever a
// host sends or an address holds, the page must stay as it is: every part runs in `attempt`.
(() => {
  'use strict';
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const attempt = action => {
    try {
      action();
    } catch {
      // A part that fails is left out.
    }
  };

  // Datawrapper's hosts write `dark=true`; `auto` is what the page does anyway.
  const options = () => {
    const dark = { true: 'dark', false: 'light' }[query.get('dark')];
    const theme = [query.get('theme'), dark].find(it => /^(light|dark)$/.test(it));
    if (theme) root.dataset.theme = theme;
    for (const flag of ['plain', 'compact', 'transparent', 'static']) {
      if (!/^(false|0)$/.test(query.get(flag) ?? 0)) root.dataset[flag] = '';
    }
  };

  // A switch of the page is a choice of the address: `?counting=people`. Views are drawn by the wasm, which
  // reads the address itself.
  const state = () => {
    for (const radio of document.querySelectorAll('.switch:not(.view) input')) {
      for (const [name, value] of query) {
        if (radio.name === name && radio.value === value) radio.checked = true;
      }
    }
  };

  // With an opaque origin, modules and wasm need a server that allows any origin. A classic script with
  // the wasm inside needs nothing.
  const start = () => {
    const { module, wasm, classic } = root.dataset;
    if (!module || 'static' in root.dataset) return;
    const at = it => new URL(it, document.baseURI).href;
    const add = (src, type) => new Promise((loaded, failed) => {
      const script = document.createElement('script');
      document.head.append(Object.assign(script, { src: at(src), type, onload: loaded, onerror: failed }));
    });
    // The page's policy ('strict-dynamic') trusts a script that this one adds, but not what it imports,
    // if that has not come yet.
    add(module, 'module').then(() => import(at(module))).then(it => it.default({ module_or_path: at(wasm) })).catch(error => {
      // What came and failed would fail again.
      if (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError) throw error;
      add(classic, '').catch(() => {});
    });
  };

  // A height leaves, or an address of ours, so they may go to any origin. Never null: hosts read properties unguarded.
  const post = message => parent.postMessage(message, '*');

  // What WordPress wants to have said. Read each time: a host may add the fragment to a page that is already there, and
  // what a reader opens takes its place.
  let secret;
  const secretOf = () => secret = /\bsecret=(\w{10})/.exec(location.hash)?.[1] ?? secret;

  // What a reader opens or chooses is brought into sight, over the host's page too; once more when the frame has
  // grown, since before there is nothing below its end.
  const sight = () => {
    let shown, until = 0;
    const bring = () => shown.scrollIntoView({ block: 'nearest' });
    const find = target => {
      // A mark opens a record, or is told about beside its chart.
      const sheet = document.querySelector('.sheet:is([data-open], :target)');
      const figure = sheet && sheet !== shown ? null : target.closest('.drawn')?.closest('figure');
      return figure ? figure.querySelector('.readout :is(.record-value, .record-name + p)')
        : sheet ?? document.querySelector(':target');
    };
    addEventListener('click', event => {
      const { target } = event;
      const link = target.closest('a[href]');
      if (link && !event.defaultPrevented && !(event.button || event.ctrlKey || event.metaKey || event.shiftKey)) {
        const mayTell = secretOf() && link.host === location.host;
        if (link.getAttribute('href').startsWith('#')) {
          // The steps of the history are the host's: who goes back wants to leave its article.
          event.preventDefault();
          location.replace(link.href);
        } else if (mayTell) {
          // WordPress lets frames open nothing, but goes where it is told, if that is ours.
          event.preventDefault();
          post({ message: 'link', value: link.href, secret });
        }
      }
      requestAnimationFrame(() => attempt(() => {
        const found = find(target);
        const isNew = found && (found !== shown || target.closest('.drawn'));
        shown = found;
        if (!isNew) return;
        until = performance.now() + 2000;
        bring();
      }));
    });
    addEventListener('resize', () => attempt(() => performance.now() < until && bring()));
  };

  // Gives the function that begins to tell heights. Before, requests of the host are noted.
  const heights = () => {
    let resizer, greeting, open;
    let begun, frame, timer, asked, sent, before, width;
    let turns = 0;

    // Chromium 156 measures at the width that the frame had first, even if that was none. So the root gets a width and
    // a height that do not depend on that nor on what is in it; the width (in `tell`) less 1 px, as it is a rounded one.
    const native = height => {
      Object.assign(root.style, { contain: 'strict', height: `${height}px` });
      requestResize();
    };

    // Hosts look for the id in the iframe's src: the last folder of our address.
    const datawrapper = height => {
      const id = location.pathname.replace(/\/(index\.html)?$/, '').split('/').pop() || 'embed';
      post({ 'datawrapper-height': { [id]: height } });
    };

    const amp = height => post({ sentinel: 'amp', type: 'embed-size', height });

    // Hosts of version 5 put the title into the iframe; version 4 would complain. Its init has fewer
    // fields. What ends in `resizeObserver` is also read by open-iframe-resizer.
    const iframeResizer = height => {
      if (!resizer) return;
      const say = what => post(`[iFrameSizer]${resizer}:${what}`);
      if (greeting) {
        say(`${height}:${width}:init`);
        if (greeting > 16) say(`0:0:title:${document.title}`);
        greeting = 0;
      }
      say(`${height}:${width}:resizeObserver`);
    };

    const openIframeResizer = height => open && post({ type: 'iframe-resized', width, height });

    const pym = height => {
      const id = query.get('childId');
      if (id) post(`pymxPYMx${id}xPYMxheightxPYMx${height}`);
    };

    const wordpress = height => {
      if (secretOf()) post({ message: 'height', value: height, secret });
    };

    const medium = height =>
      post(JSON.stringify({ src: location.href, context: 'iframe.resize', height }));

    // Only if asked for: its hosts throw at strings that they do not expect.
    const guardian = height => {
      if (query.get('host') !== 'guardian') return;
      post(JSON.stringify({ type: 'set-height', value: height, id: 'iframeMessenger:embed' }));
    };

    const protocols =
      [datawrapper, amp, iframeResizer, openIframeResizer, pym, wordpress, medium, guardian];
    if (window.requestResize) protocols.unshift(native);

    const tell = () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      timer = 0;
      // Hidden, or not laid out.
      if (!innerWidth) return;
      if (window.requestResize) root.style.minWidth = `${root.clientWidth - 1}px`;
      // Down to the lower margin of the body, which holds the margins of all that is in it. The root
      // may be higher.
      const { body } = document;
      const end = body.getBoundingClientRect().bottom - root.getBoundingClientRect().top;
      const height = Math.ceil(end + parseFloat(getComputedStyle(body).marginBottom) - .01);
      if (!(height > 0)) return;
      if (width !== innerWidth) turns = 0;
      width = innerWidth;
      let due = asked;
      asked = false;
      if (height !== sent) {
        turns = height === before ? turns + 1 : 0;
        // Two heights in turn: host and frame run in a circle. The higher one stays.
        if (turns < 6 || height > sent) [before, sent, due] = [sent, height, true];
      }
      if (due) for (const protocol of protocols) attempt(() => protocol(sent));
    };

    // Once per frame that is drawn. Frames out of sight and tabs behind others draw none.
    const soon = () => {
      if (!begun || timer) return;
      frame = requestAnimationFrame(tell);
      timer = setTimeout(tell, 100);
    };

    // Whether the host asks for the height. An init of iframe-resizer has a bool in its third field.
    const asks = data => {
      if (typeof data === 'string') {
        if (data.length > 4000) return false;
        if (!data.startsWith('[iFrameSizer]')) {
          return data.startsWith(`pymxPYMx${query.get('childId')}xPYMxwidthxPYMx`);
        }
        const fields = data.slice(13).split(':');
        if (/^(true|false)$/.test(fields[2])) {
          [resizer] = fields;
          return greeting = fields.length;
        }
        return /^(resize|reset)$/.test(fields[0]);
      }
      const { type, message } = data;
      const opens = /^iframe-(child-init|get-child-dimensions)$/.test(type);
      open ||= opens;
      return opens || /^(frames-init|embed-size-query)$/.test(type) || message === 'ready';
    };

    addEventListener('message', ({ source, data }) => attempt(() => {
      if (source !== parent || !asks(data)) return;
      asked = true;
      soon();
    }));
    post('[iFrameResizerChild]Ready');

    return () => {
      begun = true;
      soon();
      new ResizeObserver(soon).observe(document.body);
      // A frame that is shown again may be as high as before.
      addEventListener('resize', soon);
      // Some hosts begin to listen late and never ask.
      addEventListener('load', () => {
        asked ||= innerHeight !== sent;
        soon();
      });
      // What a reader opens and closes by turns is no circle.
      for (const kind of ['pointermove', 'click', 'keydown']) {
        addEventListener(kind, () => { turns = 0; }, { capture: true, passive: true });
      }
    };
  };

  attempt(options);
  const parts = [state, start];
  if (parent !== window) attempt(() => parts.splice(1, 0, heights(), sight));
  addEventListener('DOMContentLoaded', () => parts.forEach(attempt));
})();
