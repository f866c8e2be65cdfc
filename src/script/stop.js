// The page is whole without the wasm. So when that fails, the page goes back to what it was before: it is
// loaded anew with `?static`, which starts no wasm, in any edition. What could not be loaded is told, too.
{
  const root = document.documentElement;
  const asked = !/^(false|0)$/.test(new URLSearchParams(location.search).get("static") ?? 0);
  // For styles and for what waits: the wasm is expected.
  if (asked) root.dataset.static = "";
  else root.dataset.waits = "";
  const tell = () => {
    delete root.dataset.waits;
    const notice = document.querySelector("[data-role=stopped]");
    if (!notice) return;
    notice.hidden = false;
    const [again, close] = notice.children;
    const parts = location.search.slice(1).split("&").filter(it => it && !/^static(=|$)/.test(it));
    again.href = `?${parts.join("&")}${location.hash}`;
    close.onclick = () => notice.hidden = true;
    // What failed may have been somebody else's, in the page before it was interactive.
    if (root.dataset.state !== "ready") new MutationObserver(() => notice.hidden ||= root.dataset.state === "ready").observe(root, { attributeFilter: ["data-state"] });
  };
  const stop = error => {
    // What has once been loaded and fails has left the page as nobody knows.
    if (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError && !asked && /^(http|file)/.test(location.protocol)) {
      location.replace(`${location.search}${location.search ? "&" : "?"}static=stopped${location.hash}`);
    } else if (root.dataset.state !== "ready") tell();
  };
  // What others put into the page is no part of it.
  const isForeign = ({ src }) => /^https?:/.test(src) && new URL(src).host !== location.host;
  addEventListener("error", ({ target, error }) => {
    if (target?.tagName === "SCRIPT") isForeign(target) || tell();
    else if (error) stop(error);
  }, true);
  addEventListener("unhandledrejection", it => stop(it.reason));
  if (/[?&]static=stopped/.test(location.search)) addEventListener("DOMContentLoaded", tell);
}
