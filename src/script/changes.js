// Tells at the top of the page what is new: since the data for which a link was made (?data=), else since
// the reader's last visit. It runs before the words under it are there, so it moves nothing. What is stored
// is the day of the last visit and how many changes the page then had. Nothing here may throw: where
// nothing may be stored, nothing is told. In a frame nothing is stored either, as its host has not asked.
try {
  const link = document.querySelector("[data-changes]");
  // For each change the day to which the data then went.
  const days = link.dataset.changes.split(" ");
  const tell = (before, day, after, n) => {
    // Not before it is needed: see below. What is no day is an error.
    const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
    link.textContent = before + format.format(new Date(day)) + after + n + (n > 1 ? " changes" : " change");
    link.hash = "change-" + (days.length - n + 1);
    link.parentNode.hidden = false;
  };
  const day = new URLSearchParams(location.search).get("data");
  const later = days.filter(it => it > day).length;
  if (days.includes(day) && later) tell("This link was made when the data went to ", day, "; since then: ", later);
  if (top === self) {
    const key = "explainer " + location.pathname;
    const [visit, n] = (localStorage[key] || "").split(" ");
    // The reader's own day. Not by a locale: to load the first one takes a phone 50 ms, before the first word.
    const now = new Date();
    const today = new Date(now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
    localStorage[key] = today + " " + days.length;
    if (n < days.length && link.parentNode.hidden) tell("New since your last visit on ", visit, ": ", days.length - n);
  }
} catch {}
