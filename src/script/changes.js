// Says beside the day to which the data go how much is new: since the data for which a link was made (?data=), else since the
// reader's last visit. It runs behind the page, as reading what is stored takes a phone longer than drawing the first words; the
// line has its room from the start, so nothing moves. What is stored is how many changes there were. Nothing here may throw:
// where nothing may be stored, nothing is told. In a frame nothing is stored either, as its host has not asked.
try {
  const link = document.querySelector("[data-changes]");
  // For each change the day to which the data then went.
  const days = link.dataset.changes.split(" ");
  const tell = (n, since) => {
    link.textContent = n + (n > 1 ? " changes since " : " change since ") + since;
    link.hash = "change-" + (days.length - n + 1);
    link.className = "new";
  };
  const day = new URLSearchParams(location.search).get("data");
  const later = days.includes(day) && days.filter(it => it > day).length;
  if (later) tell(later, "the data of this link");
  if (top === self) {
    const key = "explainer " + location.pathname;
    const seen = localStorage[key];
    localStorage[key] = days.length;
    if (!later && /^\d+$/.test(seen) && seen < days.length) tell(days.length - seen, "your last visit");
  }
} catch {}
