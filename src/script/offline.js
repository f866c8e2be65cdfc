// Has the page kept for reading without a network, and says when a newer version of it waits. It comes once the page has
// settled (see settle.js). Nothing here may throw: where there is no worker to be had, the page is a page. In a frame it
// belongs to its host, who has not asked for a worker.
if (top === self) try {
  const workers = navigator.serviceWorker;
  const notice = document.querySelector("[data-role=new-version]");
  const kept = await workers.register("sw.js");
  let asked;
  const show = () => notice.hidden = false;
  // The first version ever waits for a moment as well, but no page came from it.
  const look = () => kept.waiting && workers.controller && show();
  const watch = () => kept.installing?.addEventListener("statechange", look);
  const [now, later] = notice.children;
  now.onclick = () => {
    asked = true;
    kept.waiting ? kept.waiting.postMessage("show") : location.reload();
  };
  later.onclick = () => notice.hidden = true;
  // Another tab may have asked; then this one is told, not loaded anew.
  workers.oncontrollerchange = () => asked ? location.reload() : show();
  kept.onupdatefound = watch;
  watch();
  look();
} catch {}
