import { languageOf, type Language } from '../../src/words/say.js';

/** The language of an element: its own `lang`, else the nearest one around it, through shadow roots; else English. */
export function languageAround(element: Element): Language {
  let current: Element | null = element;
  while (current) {
    const labelled: Element | null = current.closest('[lang]:not([lang=""])');
    if (labelled) return languageOf(labelled.getAttribute('lang'));
    const root = current.getRootNode();
    current = root instanceof ShadowRoot ? root.host : null;
  }
  return languageOf(document.documentElement.lang);
}

/** Calls back when a `lang` changes anywhere in the page. Returns the unsubscriber. */
export function watchLanguage(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
  return () => observer.disconnect();
}
