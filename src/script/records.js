// Brings the records of all numbers and terms into the page once it has loaded; together they are longer
// than the story. Until then, and where they cannot be had, a number is a link to the page that holds
// them, so nothing here may throw. From a disk nothing can be fetched, so nothing is tried.
if (location.protocol.startsWith("http")) addEventListener("load", async () => {
  try {
    const answer = await fetch("records.html");
    if (!answer.ok) return;
    // Not the head: its styles are none that this page allows.
    const [, main] = (await answer.text()).split("</header>");
    const ledger = new DOMParser().parseFromString(main, "text/html");
    const sheets = document.querySelector(".sheets");
    for (const record of ledger.querySelectorAll(".leaf")) {
      if (document.getElementById(record.id)) continue;
      record.className = "sheet";
      // What leads back to the story stays in it, whatever the address of this page.
      for (const link of record.querySelectorAll('[href^="./#"]')) link.setAttribute("href", link.getAttribute("href").slice(2));
      sheets.append(record);
    }
    // An address may name a record that was not there when the page was opened.
    const named = document.getElementById(location.hash.slice(1));
    if (named?.className === "sheet") location.replace(location.hash);
  } catch {}
});
