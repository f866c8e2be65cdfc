// A shared link was opened: on to the page itself, with all that the link says of what is to be seen.
const there = new URL(document.querySelector('main a').href);
if (location.search) there.search = location.search;
location.replace(there);
