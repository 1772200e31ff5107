/** Part of the built site alone: asks the browser to keep a copy of it. Where that cannot be, the site is as good without. */

/** This module lies in the site's folder of scripts, the worker beside the first page. */
const root = new URL(/* @vite-ignore */ '..', import.meta.url);
const worker = new URL('service-worker.js', root).href;

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: () => string },
  ): { createScriptURL(from: string): string };
}

/** Makes one address only, whatever it is asked for, so that the policy is no way in for another. */
function trustedWorker(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  const policy = trustedTypes?.createPolicy('convscope', { createScriptURL: () => worker });
  return policy?.createScriptURL(worker) ?? worker;
}

/** A sandboxed frame throws at the mere look, a file or a plain http address has no workers, storage may be full or forbidden. */
async function keepCopy(): Promise<void> {
  try {
    await navigator.serviceWorker.register(trustedWorker());
  } catch {
    // Nothing to do: there is a network, or there would be no page.
  }
}

/** A page inside another site's page keeps nothing: it would be one more copy for each site. */
if (window.isSecureContext && window.parent === window) {
  // After everything that the reader waits for.
  window.addEventListener('load', () => void keepCopy(), { once: true });
}
