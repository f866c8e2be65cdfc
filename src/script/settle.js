// What can wait does so until the page is interactive, or it is clear that it will not be: each byte would come at the cost of
// the wasm. Then the page has settled, and the scripts that are not needed before are fetched.
{
  const root = document.documentElement;
  const settle = n_left => {
    if (n_left && root.dataset.state !== "ready" && "waits" in root.dataset) {
      setTimeout(settle, 200, n_left - 1);
    } else {
      delete root.dataset.waits;
      // Without them a number leads to the page that holds its record, and nothing is kept. One file has all in it.
      if (location.protocol.startsWith("http") && !root.dataset.edition) {
        for (const it of ["./records.js", "./offline.js", "./far.js"]) import(it).catch(() => {});
      }
    }
  };
  addEventListener("load", () => settle(50));
}
