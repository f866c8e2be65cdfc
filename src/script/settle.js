// What can wait does so until the page is interactive, or it is clear that it will not be: each byte would come at the cost of
// the wasm. Then the page has settled, and the scripts that are not needed before are fetched.
{
  const root = document.documentElement;
  // One file has all in it; from a disk nothing can be fetched.
  const isSplit = location.protocol.startsWith("http") && !root.dataset.edition;
  // What is far from the window waits as well (style/base.css). A page that is loaded again, or come back to, goes to where it was
  // left, and one that is opened at a place to that; for that all has its height from the start.
  if (isSplit && !location.hash && performance.getEntriesByType("navigation")[0]?.type === "navigate") root.dataset.fresh = "";
  const settle = n_left => {
    if (n_left && root.dataset.state !== "ready" && "waits" in root.dataset) {
      setTimeout(settle, 200, n_left - 1);
    } else {
      delete root.dataset.waits;
      // Without them a number leads to the page that holds its record, and nothing is kept.
      if (isSplit) for (const it of ["./records.js", "./offline.js", "./far.js", "./hold.js", "./take-away.js"]) import(it).catch(() => {});
    }
  };
  addEventListener("load", () => settle(50));
}
