// What is far from the window is laid out last, so that a slow phone shows the first screen sooner (style/base.css). Once the
// page has settled (see stop.js), each section gets its height in a task of its own, and the page is as any other.
{
  const root = document.documentElement;
  // A page that is loaded again, or come back to, goes to where it was left; for that all has its height from the start.
  if (performance.getEntriesByType("navigation")[0]?.type === "navigate") root.dataset.far = "";
  addEventListener("settled", () => {
    const sections = [...document.querySelectorAll("main > *, .step")];
    const next = () => {
      const section = sections.find(it => !it.style.contentVisibility);
      if (section) {
        section.style.contentVisibility = "visible";
        setTimeout(next);
      } else {
        delete root.dataset.far;
        for (const it of sections) it.style.contentVisibility = "";
      }
    };
    if ("far" in root.dataset) next();
  });
}
