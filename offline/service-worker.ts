/**
 * Keeps a copy of one version of the site. Pages come from the network where there is one, so that a reader sees the newest;
 * their files bear the hash of their content and come from the copy. A new version fills a copy of its own meanwhile and takes
 * over when no page of the old one is open: nothing changes under a reader's hands.
 */
import { keptAddress } from './address.js';

/** Written by scripts/offline.mjs: every file of the site, relative to its root, and what changes with any of them. */
declare const __ADDRESSES__: readonly string[];
declare const __VERSION__: string;

interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends LifeEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** What TypeScript's library for pages does not know of a worker's global scope. */
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}

declare const self: WorkerScope;

/** Milliseconds that a page is waited for where a copy is at hand: a network that is there in name only. */
const patience = 4000;

/** Another copy of the site under the same origin has another scope, and is left alone. */
const ownCaches = `convscope ${self.registration.scope} `;
const cacheName = ownCaches + __VERSION__;

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request;
  if (method !== 'GET' || !url.startsWith(self.registration.scope)) return;
  event.respondWith(mode === 'navigate' ? answerPage(event.request) : answerFile(event.request));
});

/** All or nothing. The server is asked whether what the browser has is still right, not for all of it again. */
async function fill(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(__ADDRESSES__.map((address) => new Request(address, { cache: 'no-cache' })));
}

/** Serves also the page of the very first visit, which came without a worker. */
async function takeOver(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(ownCaches) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answerPage(request: Request): Promise<Response> {
  const copy = await copyOf(request);
  if (!copy) return fetch(request);
  return Promise.race([fetch(request).catch(() => copy), afterPatience(copy)]);
}

async function answerFile(request: Request): Promise<Response> {
  return (await copyOf(request)) ?? fetch(request);
}

async function copyOf({ url }: Request): Promise<Response | undefined> {
  const cache = await caches.open(cacheName);
  return cache.match(keptAddress(url), { ignoreVary: true });
}

function afterPatience(copy: Response): Promise<Response> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(copy), patience);
  });
}
