// What readers take away: a picture of a figure as it is shown, how to cite it, and its address. It comes once the page has settled
// (see settle.js), and needs no wasm. The pictures that are made with the page have the same look: src/chart/poster.rs.

// What style sheets decide about a drawing. That a stroke keeps its width on the screen is written as the width that it has
// there: in a picture of twice the size it would be half as thick.
const STYLES = ["fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray", "stroke-linejoin",
  "opacity", "paint-order", "font-family", "font-size", "font-weight", "text-anchor", "marker-start", "marker-end"];
// In px: space around everything, the least width between (a narrow chart still has room for its title), and the room for a sign
// of the legend.
const PAD = 20;
const MIN_WIDTH = 360;
const BESIDE_SIGN = 24;
// How long a button says that it has copied, in ms.
const TOLD_FOR = 3000;

const page = document.documentElement;
const isSeen = it => it.getClientRects().length > 0;
const textOf = (within, selector) => within.querySelector(selector)?.textContent ?? "";
const seenIn = (within, selector) => [...within.querySelectorAll(selector)].filter(isSeen);

const make = (name, attributes, ...within) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...within);
  return made;
};

// Takes away what means nothing outside the page.
const withoutThePage = it => {
  for (const name of it.getAttributeNames()) {
    if (/^(class|href|tabindex|(data|aria)-.*)$/.test(name)) it.removeAttribute(name);
  }
};

// A drawing as it looks on the screen, wherever it is opened, without what is not seen and what is for pointers alone.
const styled = drawing => {
  const { width, height } = drawing.getBoundingClientRect();
  const copy = drawing.cloneNode(true);
  const copies = [...copy.querySelectorAll("*")];
  for (const [idx, own] of [...drawing.querySelectorAll("*")].entries()) {
    const style = getComputedStyle(own);
    if (style.display === "none" || style.opacity === "0" || own.matches(".hit, .rule")) {
      copies[idx].remove();
      continue;
    }
    for (const name of STYLES) {
      const value = style.getPropertyValue(name);
      // In an attribute, other programs take a quoted address for a wrong one.
      copies[idx].setAttribute(name, value.startsWith("url(") ? value.replaceAll('"', "") : value);
    }
    // With the point around which it is done, which is no attribute.
    if (style.transform !== "none") {
      const { a, b, c, d, e, f } = own.parentElement.getScreenCTM().inverse().multiply(own.getScreenCTM());
      copies[idx].setAttribute("transform", `matrix(${[a, b, c, d, e, f]})`);
    }
    if (style.vectorEffect === "non-scaling-stroke") {
      const scale = drawing.viewBox.baseVal.width / width;
      for (const name of ["stroke-width", "stroke-dasharray"]) {
        copies[idx].setAttribute(name, style.getPropertyValue(name).replace(/[\d.]+/g, it => it * scale));
      }
    }
    withoutThePage(copies[idx]);
  }
  withoutThePage(copy);
  // A definition has no size on the screen.
  if (width) {
    copy.setAttribute("overflow", getComputedStyle(drawing).overflow);
    copy.setAttribute("width", Math.round(width));
    copy.setAttribute("height", Math.round(height));
  }
  return copy;
};

// Words in lines that fit a width in px. The file may be opened where letters are wider, so some room is left.
const ruler = document.createElement("canvas").getContext("2d");
const widthOf = (words, font) => {
  ruler.font = font;
  return ruler.measureText(words).width * 24 / 23;
};
const linesOf = (words, font, width) => {
  const lines = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && widthOf(longer, font) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
};

// Words that lead back here, if the page has an address. Not before they are taken away: an address that came earlier
// would move what stands under it. What was copied before may have shown something else.
const withAddress = (words, figure) => {
  if (!location.protocol.startsWith("http")) return words;
  const address = figure ? `${location.href.split("#")[0]}#${figure.id}` : location.href;
  return `${words.replace(/(^| )http\S*$/, "")} ${address}`.trim();
};

// A figure with everything that someone needs who sees it without the page: an SVG element.
const poster = figure => {
  const value = name => getComputedStyle(page).getPropertyValue(name).trim();
  const [ink, sans] = ["--ink", "--sans"].map(value);
  const drawings = seenIn(figure, ".drawn svg").map(styled);
  const size = name => Math.max(0, ...drawings.map(it => +it.getAttribute(name)));
  const room = Math.max(size("width"), MIN_WIDTH);
  const parts = [];
  let y = PAD;
  const line = (words, x, y, size, look) => parts.push(make("text", { x, y, "font-size": size, ...look }, words));
  const paragraph = (words, size, look = {}) => {
    const font = `${look["font-weight"] ?? 400} ${size}px ${look["font-family"] ?? sans}`;
    for (const words_of_line of linesOf(words, font, room)) {
      y += size * 5 / 4;
      line(words_of_line, PAD, y - size / 4, size, look);
    }
    y += 3;
  };
  const title = textOf(figure, "h1, h2");
  paragraph(title, 20, { "font-weight": 700, "font-family": value("--serif"), fill: ink });
  // Of several leads, that of the view is seen.
  for (const it of seenIn(figure, ".lead").slice(0, 1)) paragraph(it.innerText, 13);
  y += 10;
  for (const it of drawings) parts.push(make("g", { transform: `translate(${PAD} ${y})` }, it));
  y += size("height") + 14;
  // Signs with their words, as many on a line as have room; long words go on under themselves.
  const font = `12px ${sans}`;
  let x = PAD;
  const legend = seenIn(figure, ".legend li");
  for (const it of legend) {
    const lines = linesOf(it.innerText, font, room - BESIDE_SIGN);
    const width = BESIDE_SIGN + Math.max(0, ...lines.map(it => widthOf(it, font)));
    if (x > PAD && x + width > PAD + room) [x, y] = [PAD, y + 18];
    const sign = it.querySelector("svg");
    if (sign) parts.push(make("g", { transform: `translate(${x} ${y})` }, styled(sign)));
    for (const [idx, words] of lines.entries()) {
      if (idx) y += 15;
      line(words, x + BESIDE_SIGN - 1, y + 10, 12, { fill: ink });
    }
    x += width + 14;
  }
  if (legend.length) y += 24;
  for (const [idx, it] of figure.querySelectorAll(".chart-key li").entries()) if (isSeen(it)) paragraph(`${idx + 1} · ${it.innerText}`, 12);
  paragraph(withAddress(textOf(figure, ".credit"), figure), 12);
  const [width, height] = [room + 2 * PAD, Math.ceil(y) + PAD - 6];
  const defined = [...document.querySelectorAll(".defs :is(pattern, marker)")].map(styled);
  return make(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": sans, fill: value("--soft") },
    make("title", {}, title),
    make("defs", {}, ...defined),
    make("rect", { width, height, fill: value("--paper") }),
    ...parts,
  );
};

// A link that downloads, clicked. Some browsers read what it leads to only after the click; it is small and goes with the page.
const give = (blob, name) => {
  const link = document.createElement("a");
  [link.href, link.download] = [URL.createObjectURL(blob), name];
  link.click();
};

// As a PNG a picture has twice as many dots.
const save = async (figure, kind) => {
  const drawn = poster(figure);
  const svg = new Blob([new XMLSerializer().serializeToString(drawn)], { type: "image/svg+xml" });
  const name = `${figure.id}.${kind}`;
  if (kind === "svg") return give(svg, name);
  const image = new Image();
  image.src = URL.createObjectURL(svg);
  await new Promise((drawn, failed) => [image.onload, image.onerror] = [drawn, failed]);
  URL.revokeObjectURL(image.src);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = ["width", "height"].map(it => 2 * drawn.getAttribute(it));
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob(it => it && give(it, name));
};

// The words stay selected, for readers whose browser does not copy.
const copy = button => {
  const words = button.previousElementSibling;
  words.textContent = withAddress(words.textContent, button.closest("figure"));
  getSelection().selectAllChildren(words);
  const [before, told] = [button.textContent, button.dataset.copy];
  if (!document.execCommand("copy") || before === told) return;
  button.textContent = told;
  setTimeout(() => button.textContent = before, TOLD_FOR);
};

// A step and an actor have a page of their own with what previews show, which leads on to what is shown now.
const share = () => {
  const query = new URLSearchParams(location.search);
  const named = ["step", "actor"].map(it => query.get(it) && `${it}-${query.get(it)}`);
  const id = named.find(it => it && document.getElementById(it));
  return navigator.share({ url: id ? new URL(`share/${id}.html${location.search}`, location.href).href : location.href });
};

document.addEventListener("click", async it => {
  const button = it.target.closest?.("[data-save], [data-copy], [data-share]");
  try {
    if (button?.dataset.save) await save(button.closest("figure"), button.dataset.save);
    else if (button?.dataset.copy) copy(button);
    else if (button) await share();
    // A browser that cannot draw a picture gives no file, and readers may think better of it; there is nothing to do then.
  } catch {}
});
if (navigator.share) for (const it of document.querySelectorAll("[data-share]")) it.hidden = false;
// Shows the buttons (style/figure.css).
page.dataset.takes = "";
