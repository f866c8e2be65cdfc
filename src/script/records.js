// Fetches the records of all numbers and terms once the page has settled (see stop.js), and puts one into the page when a link
// asks for it. Together they are longer than the story, and each layout of the page would have to go over them.
// Until they have come, and where they cannot be had, a number is a link to the page that holds them, so
// nothing here may throw. From a disk nothing can be fetched, so nothing is tried.
if (location.protocol.startsWith("http")) {
  let ledger = "";
  // The record of that id, put into the page unless it is there.
  const bring = id => {
    const at = id && !document.getElementById(id) ? ledger.indexOf(` id="${id}"`) : -1;
    const from = ledger.lastIndexOf("<article", at);
    if (at < 0 || from < 0) return;
    const words = document.createElement("template");
    words.innerHTML = ledger.slice(from, ledger.indexOf("</article>", at));
    const record = words.content.firstElementChild;
    if (record.id !== id || record.className !== "leaf") return;
    record.className = "sheet";
    // What leads back to the story stays in it, whatever the address of this page.
    for (const link of record.querySelectorAll('[href^="./#"]')) link.setAttribute("href", link.getAttribute("href").slice(2));
    document.querySelector(".sheets").append(record);
  };
  // Before anybody who would open it hears of the click.
  addEventListener("click", it => bring(it.target.closest?.("a")?.getAttribute("href")?.split("#")[1]), true);
  // An address may name a record that is not in the page yet.
  const named = () => {
    const id = location.hash.slice(1);
    if (document.getElementById(id)) return;
    bring(id);
    if (document.getElementById(id)) location.replace(location.hash);
  };
  addEventListener("hashchange", named);
  addEventListener("settled", async () => {
    try {
      const answer = await fetch("records.html");
      if (!answer.ok) return;
      ledger = await answer.text();
      document.querySelector(".sheets").dataset.here = "";
      named();
    } catch {}
  });
}
