/** Registration that survives a second copy of the package: notebooks and content systems load twice. */

/** Version of this copy; kept equal to package.json by a test. */
export const version = '0.1.0';

interface Versioned {
  readonly convscopeVersion?: string;
}

/**
 * Registers an element unless its tag is taken. Another version that was there first stays, and is named once.
 *
 * @param tag e.g. 'conv-figure'
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  const present = customElements.get(tag) as (CustomElementConstructor & Versioned) | undefined;
  if (!present) {
    Object.defineProperty(element, 'convscopeVersion', { value: version, configurable: true });
    customElements.define(tag, element);
    return;
  }
  if (present !== element && present.convscopeVersion !== version) {
    console.warn(
      `<${tag}> ${version} was not registered: version ${present.convscopeVersion ?? 'unknown'} is already on this page.`,
    );
  }
}
