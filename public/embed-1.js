// Gives the frames of this explainer the height of what is in them. MIT or Apache-2.0, as you like.
(() => {
  'use strict';
  const ours = 'iframe[data-explainer]';
  // Frames that were here before this script have told their height to nobody; so they are asked.
  const ask = frame => frame.contentWindow?.postMessage({ sentinel: 'amp', type: 'frames-init' }, '*');

  addEventListener('message', ({ data, source }) => {
    if (data?.sentinel !== 'amp' || data.type !== 'embed-size' || !Number.isFinite(data.height)) return;
    const height = Math.min(Math.max(Math.ceil(data.height), 50), 20000);
    for (const frame of document.querySelectorAll(ours)) {
      if (frame.contentWindow === source) frame.style.height = `${height}px`;
    }
  });
  document.addEventListener('load', ({ target }) => target.matches?.(ours) && ask(target), true);
  document.querySelectorAll(ours).forEach(ask);
})();
