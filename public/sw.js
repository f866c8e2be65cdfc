// Keeps the page of one version whole on the reader's device: read without a network, and never put
// together from two versions. The build fills in the two constants below. As it stands here, with
// nothing filled in, it withdraws itself and all that it has kept: `cargo xtask serve` serves it so,
// and whoever wants to be rid of the worker publishes it so.
"use strict";

const VERSION = "";
const FILES = [];

// Other explainers may live at the same origin, each below a path of its own.
const SCOPE = new URL(registration.scope).pathname;
const PREFIX = `explainer ${SCOPE} `;
const CACHE = PREFIX + VERSION;
const KEPT = new Set(FILES.map(([file]) => file));

// A name that the build has made from the content. Only such a file may come from an older version:
// whoever asks for it by this name means these bytes.
const NAMED = /^[\w-]+-[0-9a-f]{16}(_bg)?\.(js|wasm)$/;

const ours = async () => (await caches.keys()).filter(it => it.startsWith(PREFIX));

// All or nothing. The browser compares each file with its hash, so what a deploy has changed in the
// meantime is refused. Other headers are kept, as they may hold the host's policy; only Vary goes: a
// file is the same for everybody.
const keep = async (cache, [file, integrity]) => {
  const response = await fetch(file, { cache: "no-cache", integrity });
  const headers = new Headers(response.headers);
  headers.delete("vary");
  // The page's links say that these are to be saved, but of such links browsers tell no worker.
  if (/\.(csv|json)$/.test(file)) headers.set("content-disposition", "attachment");
  // A new response also forgets that the host may have redirected, which no navigation may be answered with.
  await cache.put(file, new Response(await response.blob(), { headers }));
};

const install = async () => {
  if (!VERSION) return skipWaiting();
  // Where an earlier version is published again, it may still be at work with what it kept.
  const isAtWork = await caches.has(CACHE);
  const cache = await caches.open(CACHE);
  const kept = await Promise.allSettled(FILES.map(it => keep(cache, it)));
  const failed = kept.find(it => it.status === "rejected");
  if (failed) {
    if (!isAtWork) await caches.delete(CACHE);
    throw failed.reason;
  }
};

// Older versions go when no page is open that may still ask for a file of theirs.
const tidy = async () => {
  if (registration.installing || registration.waiting) return;
  if ((await clients.matchAll()).length > 0) return;
  const older = (await ours()).filter(it => it !== CACHE);
  await Promise.all(older.map(it => caches.delete(it)));
};

const withdraw = async () => {
  await Promise.all((await ours()).map(it => caches.delete(it)));
  const pages = await clients.matchAll();
  await registration.unregister();
  // Only pages that came from here. Not waited for: they in turn wait for this to end.
  for (const it of pages) it.navigate(it.url).catch(() => {});
};

const answer = async (file, request) => {
  try {
    const names = NAMED.test(file) ? [CACHE, ...await ours()] : [CACHE];
    for (const cacheName of names) {
      const kept = await caches.match(file, { cacheName });
      if (kept) return kept;
    }
  } catch {
    // A browser may take storage away at any time.
  }
  return fetch(request);
};

addEventListener("install", event => event.waitUntil(install()));
addEventListener("activate", event => event.waitUntil(VERSION ? tidy() : withdraw()));

// The reader has asked for the new version.
addEventListener("message", event => {
  if (event.data === "show") event.waitUntil(skipWaiting());
});

addEventListener("fetch", event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (!VERSION || request.method !== "GET") return;
  if (origin !== location.origin || !pathname.startsWith(SCOPE)) return;
  const below = pathname.slice(SCOPE.length);
  const file = below === "" || below === "index.html" ? "./" : below;
  if (!KEPT.has(file) && !NAMED.test(file)) return;
  event.respondWith(answer(file, request));
  if (request.mode === "navigate") event.waitUntil(tidy());
});
