// What the tests ask the page with. Stands before every question; leaves nothing behind in the page.

/** The elements that a reader can see among those that match. A figure is drawn for two screens, and
 *  one drawing is hidden. */
const shown = (selector, within = document) =>
  [...within.querySelectorAll(selector)].filter(it => it.checkVisibility({ visibilityProperty: true }));

/** The first of them; there must be one. */
const one = (selector, within = document) => {
  const [it] = shown(selector, within);
  if (!it) throw new Error(`nothing that can be seen matches ${selector}`);
  return it;
};

/** Text as read: each gap is one space. */
const words = it => it.textContent.replace(/\s+/g, " ").trim();

/** Where to point at something: its first line, if it is broken into several. */
const target = it => {
  const { x, y, width, height } = it.getClientRects()[0];
  return { x, y, width, height };
};

/** Where something stands in the window. */
const rect = it => {
  const { x, y, width, height } = it.getBoundingClientRect();
  return { x, y, width, height };
};

/** The same in the page, whatever has been scrolled. */
const place = it => {
  const { x, y, width, height } = rect(it);
  return { x: x + scrollX, y: y + scrollY, width, height };
};

const figure = name => document.querySelector(`figure[data-figure="${name}"]`);
