// Stands in the page while pictures are tested: keeps the files that the page would save, and compares
// pictures.

window.files = {};
const blobs = new Map();
const address = URL.createObjectURL;
URL.createObjectURL = blob => {
  const url = address.call(URL, blob);
  blobs.set(url, blob);
  return url;
};
HTMLAnchorElement.prototype.click = function () {
  files[this.download] = blobs.get(this.href);
};

/** The document of an SVG that was saved, and its text. */
window.svg = async name => {
  const text = await files[name].text();
  return { text, root: new DOMParser().parseFromString(text, "image/svg+xml").documentElement };
};

/** The file in an address that holds a picture, which the page may not show from there. */
const file_in = address => {
  const [type, bytes] = address.slice("data:".length).split(";base64,");
  return new Blob([Uint8Array.from(atob(bytes), it => it.charCodeAt(0))], { type });
};

/** A picture, loaded: a file that was saved or the address of a picture of the screen. */
window.picture = async from => {
  const image = new Image();
  image.src = address.call(URL, typeof from === "string" ? file_in(from) : from);
  await image.decode();
  return image;
};

/** The pixels of a part of a picture, or of all of it, at a size. */
window.pixels = (image, [width, height], [x, y, wide, high] = [0, 0, image.width, image.height]) => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(image, x, y, wide, high, 0, 0, width, height);
  return context.getImageData(0, 0, width, height).data;
};

/** How much two pictures of the same size differ, on average over what is drawn in either: from 0 to
 *  255. Where both show what is in their corner there is nothing to compare. */
window.difference = (one, other) => {
  const ground = data => [data[0], data[1], data[2]];
  const grounds = [ground(one), ground(other)];
  const apart = (data, idx, [r, g, b]) =>
    (Math.abs(data[idx] - r) + Math.abs(data[idx + 1] - g) + Math.abs(data[idx + 2] - b)) / 3;
  const same = apart(one, 0, grounds[1]) < 1;
  let [sum, n] = [0, 0];
  for (let idx = 0; idx < one.length; idx += 4) {
    const drawn = apart(one, idx, grounds[0]) > 8 || apart(other, idx, grounds[1]) > 8;
    if (drawn || !same) {
      sum += apart(one, idx, [other[idx], other[idx + 1], other[idx + 2]]);
      n += 1;
    }
  }
  return n === 0 ? 0 : sum / n;
};

/** Where the drawings stand in a picture that was saved, in px. */
window.place_in = ({ root }) => {
  const [drawing] = root.querySelectorAll("g > svg");
  const [x, y] = drawing.parentNode.getAttribute("transform").match(/[\d.]+/g).map(Number);
  return [x, y, Number(drawing.getAttribute("width")), Number(drawing.getAttribute("height"))];
};

/** The words in a picture or in the page, without the gaps where lines end. */
window.words_of = it => it.textContent.replace(/\s+/g, "");
