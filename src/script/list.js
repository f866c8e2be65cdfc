// Until the wasm comes, and if it does not, the map's figure has to be told that its list is chosen, now or before a reload.
for (const name of ["change", "pageshow"]) addEventListener(name, () => {
  const chosen = document.querySelector("[name=shape]:checked");
  if (chosen) chosen.closest("figure").dataset.shape = chosen.value;
});
