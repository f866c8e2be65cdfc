// Collects what the console is told, in engines whose driver does not say. Stands before the functions of probe.js.
window.toldConsole ??= (() => {
  const told = [];
  for (const level of ["error", "warn"]) {
    const { console } = window, { [level]: tell } = console;
    console[level] = (...words) => { told.push(`${level}: ${words.join(" ")}`); tell.apply(console, words); };
  }
  // That an observer is asked again in the next frame is told to the page alone, as an error that is none.
  addEventListener("error", it => it.message.startsWith("ResizeObserver loop") || told.push(`error: ${it.message}`));
  addEventListener("unhandledrejection", it => told.push(`rejection: ${it.reason}`));
  addEventListener("securitypolicyviolation", it => told.push(`policy: ${it.violatedDirective} ${it.blockedURI}`));
  return told;
})();
