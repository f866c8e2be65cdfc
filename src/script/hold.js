// A window that gets another width, as that of a phone that is turned, stays at the words at which it was. Browsers keep the px from
// the top of the page, and all that stands above has another height then. It comes once the page has settled (see settle.js).

// How far down the window one reads, as a share of its height.
const LINE = 0.3;
// Where across it something may stand that is no figure beside the story.
const ACROSS = [0.5, 0.25, 0.75];
// What keeps its words together in any width, from the inside out.
const BLOCKS = "p, li, dt, dd, tr, h2, h3, h4, figcaption, .figure-body, figure, .step, main > *";
// How long a page takes to be laid out for another width, charts and all, in ms.
const TAKES = 1500;
// How long after the last scroll a window rests, in ms.
const RESTS = 200;

const root = document.documentElement;
// What is read, and how far down it, as a share of its height.
let held;
let width = root.clientWidth;
let until = 0;
let resting;

const keep = () => {
  held = undefined;
  if (!scrollY) return;
  const y = innerHeight * LINE;
  for (const across of ACROSS) {
    const at = document.elementFromPoint(root.clientWidth * across, y);
    const block = at && !at.closest(".stage, .sheet") && at.closest("main") && at.closest(BLOCKS);
    if (block) {
      const { top, height } = block.getBoundingClientRect();
      held = { block, share: (y - top) / height };
      return;
    }
  }
};

const hold = () => {
  if (!held) return;
  // Another layout may do without it.
  let it = held.block;
  while (it && !it.getClientRects().length) it = it.parentElement;
  if (!it) return;
  const { top, height } = it.getBoundingClientRect();
  const off = top + held.share * height - innerHeight * LINE;
  if (Math.abs(off) > 1) scrollBy({ top: off, behavior: "instant" });
};

// Before those who look where the page is.
addEventListener("resize", () => {
  if (root.clientWidth === width) return;
  width = root.clientWidth;
  until = performance.now() + TAKES;
  hold();
}, true);
new ResizeObserver(() => performance.now() < until && hold()).observe(document.body);
addEventListener("scroll", () => {
  clearTimeout(resting);
  if (performance.now() >= until) resting = setTimeout(keep, RESTS);
}, { passive: true });
// The reader goes on, or has what is chosen brought into sight.
for (const name of ["wheel", "touchstart", "pointerdown", "keydown"]) addEventListener(name, () => until = 0, { passive: true });
keep();
