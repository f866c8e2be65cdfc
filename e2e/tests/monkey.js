// A monkey at the page: as many random deeds as are asked for, the same for the same seed. It never leaves the page.
window.monkey = (() => {
  let seed;
  const below = n => {
    seed ^= seed << 13; seed ^= seed >>> 17; seed ^= seed << 5;
    return (seed >>> 0) % n;
  };
  const any = list => list[below(list.length)];
  const find = selector => [...document.querySelectorAll(selector)];
  const pause = () => new Promise(done => setTimeout(done));
  const KEYS = ["Tab", "Enter", "Escape", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown", "l", "x"];
  const QUERIES = ["?view=waves", "?step=%00", "?actor=&&&=", "?time=9999..1", "?chain=%F0%9F", "?release=%", "?hide=a.b.c&kind=zz"];
  const point = (element, name) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const at = { bubbles: true, cancelable: true, clientX: x + below(100) * width / 100, clientY: y + below(100) * height / 100, pointerId: 1 + below(3), screenX: below(3), buttons: below(2), button: 0, ctrlKey: !below(9) };
    element.dispatchEvent(name === "wheel" ? new WheelEvent(name, { ...at, deltaY: below(400) - 200 }) : new PointerEvent(name, at));
  };
  // Where there is no way to go nothing happens.
  const until = async holds => { for (let n = 0; n < 10 && !holds(); n += 1) await new Promise(done => setTimeout(done, 20)); };
  const back = () => {
    let gone;
    addEventListener("popstate", () => { gone = true; }, { once: true });
    history.go(any([-1, 1]));
    return until(() => gone);
  };
  const targets = () => find(".plots *, .maps *, .readout, .figure-body, #guide, .sheet, tbody tr");
  const deeds = [
    () => point(any(targets()), any(["pointermove", "pointermove", "pointerdown", "pointerup", "pointercancel", "pointerover", "wheel"])),
    () => { any(find("a[href^='#'], [data-told] a"))?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })); },
    () => { any(find("label, summary, [data-zoom], .close, .progress a, [rel=next], [rel=prev]"))?.click(); },
    () => any(find("a[href], button, input, select, [tabindex]")).focus(),
    () => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key: any(KEYS), bubbles: true, cancelable: true })),
    () => { const it = any(find("select, #find, input[type=range]")); it.value = it.options ? any([...it.options]).value : any(["", "ko", "мар", "5"]); it.dispatchEvent(new Event("input", { bubbles: true })); },
    () => scrollTo(0, below(document.body.scrollHeight)),
    () => below(4) || back(),
    // WebKit allows a hundred in ten seconds, which is the monkey's haste and no fault of the page.
    () => { const to = any(QUERIES); try { history.replaceState(null, "", to); } catch (error) { if (error.name !== "SecurityError") throw error; } },
    () => postMessage(any([null, 7, "pymxPYMxx", { type: "resize", height: -1 }, "[iFrameSizer]", { "datawrapper-height": { a: "x" } }]), "*"),
    () => { document.documentElement.style.fontSize = `${80 + below(120)}%`; },
    () => dispatchEvent(new Event("resize")),
  ];
  // Leaving is for tests of their own. Other links are followed at once: Firefox does so in its own time, and loads the whole
  // page if the address is another by then, as no hand could make it.
  addEventListener("click", it => {
    const to = it.target.closest?.("a")?.getAttribute("href");
    if (!to || it.defaultPrevented) return;
    it.preventDefault();
    if (to.startsWith("#")) location.hash = to;
  });
  // Nor by going back: it never gets so far.
  for (let n = 0; n < 40; n += 1) history.pushState(null, "", location.href);
  return async (from, n_deeds) => {
    seed = from;
    for (let n = 0; n < n_deeds; n += 1) {
      await any(deeds)();
      if (n % 10 === 0) await pause();
    }
    return true;
  };
})();
