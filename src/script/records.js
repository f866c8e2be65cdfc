// Fetches the records of all numbers and terms, and puts one into the page when a link asks for it. Together they are longer than
// the story, and each layout of the page would have to go over them. It comes once the page has settled (see settle.js).
// Until they have come, and where they cannot be had, a number is a link to the page that holds them, so
// nothing here may throw.

// So many records stay in the page; any that was asked for before is put in again when it is asked for again.
const N_KEPT = 12;

let ledger = "";
const sheets = document.querySelector(".sheets");

// The record of that id, put into the page unless it is there.
const bring = id => {
  const at = id && !document.getElementById(id) ? ledger.indexOf(` id="${id}"`) : -1;
  const from = ledger.lastIndexOf("<article ", at);
  if (at < 0 || from < 0) return;
  const words = document.createElement("template");
  // A dialog may be no article.
  words.innerHTML = `<div role="dialog" ${ledger.slice(from + "<article ".length, ledger.indexOf("</article>", at))}`;
  const record = words.content.firstElementChild;
  if (record.id !== id || record.className !== "leaf") return;
  record.className = "sheet";
  // What leads back to the story stays in it, whatever the address of this page.
  for (const link of record.querySelectorAll('[href^="./#"]')) link.setAttribute("href", link.getAttribute("href").slice(2));
  sheets.append(record);
  if (sheets.childElementCount > N_KEPT) sheets.querySelector(".sheet:not([data-open], :target)").remove();
};

// An address may name a record that is not in the page yet.
const named = () => {
  const id = location.hash.slice(1);
  if (document.getElementById(id)) return;
  bring(id);
  if (document.getElementById(id)) location.replace(location.hash);
};

// Before anybody who would open it hears of the click.
addEventListener("click", it => bring(it.target.closest?.("a")?.getAttribute("href")?.split("#")[1]), true);
addEventListener("hashchange", named);
try {
  const answer = await fetch("records.html");
  if (answer.ok) {
    ledger = await answer.text();
    sheets.dataset.here = "";
    named();
  }
} catch {}
