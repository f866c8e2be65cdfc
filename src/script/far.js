// Leaves out what is far from the window (style/base.css), with the height that it has. It comes once the page has settled; until then
// nothing is left out, or all of it, with heights that are guessed (see settle.js).
// Each part stays as high as it is, so nothing moves, and a page that is loaded again is where it was left. One that is in
// the window would be gone for a moment, so it waits until it is not.
const idle = window.requestIdleCallback ?? (then => setTimeout(then, 0, { timeRemaining: () => 0 }));
const waiting = [];
// As in style/base.css.
const isApplied = CSS.supports("(overflow-anchor: auto) and (-webkit-box-reflect: left)");
// Of what it has never drawn a browser does not know which layouts of a drawing are not shown, and tells screen readers of all. Until
// it is drawn, they are told which.
const hide = (within, isLeftOut) => {
  for (const it of within.querySelectorAll(".drawn")) it.ariaHidden = isLeftOut && !it.getClientRects().length ? "true" : null;
};
// One after the other while there is nothing else to do.
const leaveOut = deadline => {
  do {
    const it = waiting.shift();
    // It may not have been drawn yet.
    it.style.contentVisibility = "visible";
    it.style.containIntrinsicBlockSize = `auto ${getComputedStyle(it).height}`;
    hide(it, isApplied);
    it.style.contentVisibility = "";
    it.dataset.far = "";
  } while (waiting.length && deadline.timeRemaining() > 25);
  if (waiting.length) idle(leaveOut);
  else delete document.documentElement.dataset.fresh;
};
const far = new IntersectionObserver(entries => {
  const isIdle = !waiting.length;
  for (const { isIntersecting, target } of entries) if (!isIntersecting) {
    far.unobserve(target);
    waiting.push(target);
  }
  if (isIdle && waiting.length) idle(leaveOut);
}, { rootMargin: "50%" });
// As in style/base.css.
const parts = document.querySelectorAll("main > :is(figure, .prose, .notes, .dossiers), .step + .step");
const watch = () => parts.forEach(it => {
  delete it.dataset.far;
  far.observe(it);
});
watch();
// In a window of another width each part has another height, and none is guessed any more.
let width = innerWidth;
addEventListener("resize", () => {
  if (innerWidth === width) return;
  width = innerWidth;
  delete document.documentElement.dataset.fresh;
  watch();
});
addEventListener("contentvisibilityautostatechange", it => it.skipped || hide(it.target, false), true);
// Beside the story a figure is drawn too, and maybe in another layout.
const stage = document.querySelector(".stage");
if (stage) new MutationObserver(() => hide(stage, false)).observe(stage, { childList: true });
