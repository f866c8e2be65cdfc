// Collects what the console is told, in engines whose driver does not say. Stands before the functions of probe.js.
window.toldConsole ??= (() => {
  const told = [];
  for (const level of ["error", "warn"]) {
    const { console } = window, { [level]: tell } = console;
    console[level] = (...words) => { told.push(`${level}: ${words.join(" ")}`); tell.apply(console, words); };
  }
  addEventListener("error", it => told.push(`error: ${it.message}`));
  addEventListener("unhandledrejection", it => told.push(`rejection: ${it.reason}`));
  addEventListener("securitypolicyviolation", it => told.push(`policy: ${it.violatedDirective} ${it.blockedURI}`));
  return told;
})();
