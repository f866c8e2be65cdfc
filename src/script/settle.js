// What can wait does so until the page is interactive, or it is clear that it will not be: each byte would come at the cost of
// the wasm. Then the page has settled: the scripts that are not needed before are fetched, and what is far from the window
// need not be drawn any more (style/base.css).
{
  const root = document.documentElement;
  const settle = n_left => {
    if (n_left && root.dataset.state !== "ready" && "waits" in root.dataset) {
      setTimeout(settle, 200, n_left - 1);
    } else {
      delete root.dataset.waits;
      // Each part stays as high as it is, so nothing moves, and a page that is loaded again is where it was left. One that
      // is in the window would be gone for a moment, so it waits until it is not.
      const idle = window.requestIdleCallback ?? setTimeout;
      const far = new IntersectionObserver(entries => {
        for (const { isIntersecting, target: it } of entries) if (!isIntersecting) {
          far.unobserve(it);
          // Each in a task of its own, when there is nothing else to do.
          idle(() => {
            it.style.containIntrinsicBlockSize = `auto ${getComputedStyle(it).height}`;
            it.dataset.far = "";
          });
        }
      }, { rootMargin: "50%" });
      for (const it of document.querySelectorAll("main > :is(figure, .prose, .notes, .dossiers)")) far.observe(it);
      // Without them a number leads to the page that holds its record, and nothing is kept. One file has all in it.
      if (location.protocol.startsWith("http") && !root.dataset.edition) {
        for (const it of ["./records.js", "./offline.js"]) import(it).catch(() => {});
      }
    }
  };
  addEventListener("load", () => settle(50));
}
