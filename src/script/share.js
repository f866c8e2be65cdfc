// A shared link was opened: on to the page itself, with all that the link says of what is to be seen.
const there = new URL(document.querySelector('main a').href);
for (const [name, value] of new URLSearchParams(location.search)) there.searchParams.set(name, value);
location.replace(there);
