// Leaves out what is far from the window (style/base.css), with the height that it has. It comes once the page has settled; until then
// nothing is left out, or all of it, with heights that are guessed (see settle.js).
// Each part stays as high as it is, so nothing moves, and a page that is loaded again is where it was left. One that is in
// the window would be gone for a moment, so it waits until it is not.
const idle = window.requestIdleCallback ?? setTimeout;
const far = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) if (!isIntersecting) {
    far.unobserve(target);
    // Each in a task of its own, when there is nothing else to do.
    idle(() => {
      // It may not have been drawn yet.
      target.style.contentVisibility = "visible";
      target.style.containIntrinsicBlockSize = `auto ${getComputedStyle(target).height}`;
      target.style.contentVisibility = "";
      target.dataset.far = "";
    });
  }
  idle(() => delete document.documentElement.dataset.fresh);
}, { rootMargin: "50%" });
const parts = document.querySelectorAll("main > :is(figure, .prose, .notes, .dossiers), .step + .step");
const watch = () => parts.forEach(it => {
  delete it.dataset.far;
  far.observe(it);
});
watch();
// In a window of another width each part has another height.
let width = innerWidth;
addEventListener("resize", () => {
  if (innerWidth === width) return;
  width = innerWidth;
  watch();
});
