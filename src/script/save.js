// Browsers ask no worker for what a link says is to be saved. Where a worker has the files it says so itself, and the link is
// followed; so they can be saved without a network from the first moment on.
addEventListener("click", it => {
  try {
    if (navigator.serviceWorker.controller) it.target.closest("[href$=csv],[href$=json]").removeAttribute("download");
  } catch {}
});
