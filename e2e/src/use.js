// Uses every figure of the page as readers do, in whatever document it is run; says what came of it.

const wait = async (what, holds) => {
  for (let turn = 0; turn < 1000; turn += 1) {
    const it = holds();
    if (it) return it;
    await new Promise(done => setTimeout(done, 20));
  }
  throw new Error(`never came true: ${what}`);
};
const press = it => it.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));

window.useAll = async () => {
  const files = {};
  const [address, click] = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
  const blobs = new Map();
  URL.createObjectURL = blob => {
    const url = address.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  HTMLAnchorElement.prototype.click = function () {
    if (blobs.has(this.href)) files[this.download] = blobs.get(this.href).size;
    else click.call(this);
  };

  const chart = () => [...document.querySelectorAll("#releases .chart-svg")].map(it => it.outerHTML).join();
  const views = [];
  for (const view of ["waves", "places", "table", "cumulative"]) {
    const before = chart();
    document.querySelector(`input[name=view][value=${view}]`).click();
    // Under the table the chart is at its first view already.
    await wait(view, () => view === "cumulative" ? !document.querySelector("#releases .twin").open : chart() !== before);
    views.push(view);
  }
  await wait("records", () => document.querySelector(".sheet, .sheets[data-here]"));
  const record = document.querySelector("#main p > a[data-claim]");
  press(record);
  const opened = await wait("record", () => document.querySelector(".sheet[data-open]"));
  press(opened.querySelector(".close"));

  await wait("what is taken away", () => "takes" in document.documentElement.dataset);
  for (const figure of ["releases", "held", "map"]) {
    for (const kind of ["svg", "png"]) {
      press(document.querySelector(`#${figure} [data-save=${kind}]`));
      await wait(`${figure}.${kind}`, () => files[`${figure}.${kind}`]);
    }
    press(document.querySelector(`#${figure} [data-copy]`));
  }
  const actor = [...document.querySelectorAll("#map [data-actor]")].find(it => it.checkVisibility());
  press(actor);
  const told = await wait("actor", () => document.querySelector("[data-role=detail]").dataset.for);
  [URL.createObjectURL, HTMLAnchorElement.prototype.click] = [address, click];
  return { views, opened: opened.id, files: Object.keys(files).length, told, actor: actor.dataset.actor };
};
