/** Rules about the custom elements: one folder = one file = one class = one tag, and nothing public undocumented. */
import type { CustomElement, Package } from 'custom-elements-manifest/schema';

/** What the manifest says of the class, and where it is. */
export interface Element extends CustomElement {
  readonly path: string;
}

/** All but the base classes, which stand in components/shared and have no tag; their members are listed with each heir. */
export function elementsOf(manifest: Package): Element[] {
  return manifest.modules.flatMap(({ path, declarations = [] }) =>
    declarations
      .filter((declaration) => declaration.kind === 'class' && 'customElement' in declaration)
      .map((declaration) => ({ ...(declaration as CustomElement), path }))
      .filter((element) => element.tagName || !element.path.includes('components/shared/')),
  );
}

export function classNameOf(tag: string): string {
  return tag.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** One sentence for each folder without its element, and for each element without its folder. */
export function misplacedElements(elements: readonly Element[], tags: readonly string[]): string[] {
  const missing = tags
    .filter((tag) => !elements.some(({ tagName }) => tagName === tag))
    .map((tag) => `components/${tag} has no element documented with @tag ${tag}`);
  const misplaced = elements
    .filter(({ tagName, name, path }) => {
      const isPlaced = tagName && path.replace(/^dist\//, '') === `components/${tagName}/${tagName}.js`;
      return !isPlaced || name !== classNameOf(tagName);
    })
    .map(
      ({ tagName, name, path }) => `${name} (@tag ${tagName ?? 'missing'}) does not fit its place ${path}`,
    );
  return [...missing, ...misplaced];
}

interface Described {
  readonly name?: string;
  readonly description?: string;
  readonly summary?: string;
}

/** One sentence for each public thing that the manifest knows only by name. */
export function undocumented(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    const publicMembers = (element.members ?? []).filter(
      ({ name, privacy, static: isStatic }) =>
        !isStatic && (privacy ?? 'public') === 'public' && !name.startsWith('#'),
    );
    const kinds: [string, readonly Described[]][] = [
      ['summary of', [{ ...element, description: undefined }]],
      ['member', publicMembers],
      ['attribute', element.attributes ?? []],
      ['event', element.events ?? []],
      ['slot', element.slots ?? []],
      ['part', element.cssParts ?? []],
      ['custom property', element.cssProperties ?? []],
    ];
    return kinds.flatMap(([kind, things]) =>
      things
        .filter(({ description, summary }) => !(description ?? summary)?.trim())
        .map(({ name }) => `${element.path}: the ${kind} ${name || '(default)'} is not described`),
    );
  });
}

/** Parts and slots that a template has and the class comment has not. */
export function unlistedParts(element: Element, source: string): string[] {
  const listed = (things: readonly Described[] = []) => new Set(things.map(({ name }) => name ?? ''));
  const parts = [...source.matchAll(/\spart="([\w -]+)"/g)].flatMap(([, names]) => names.split(' '));
  const slots = [...source.matchAll(/<slot(?:\s+name="([\w-]+)")?/g)].map(([, name]) => name ?? '');
  return [
    ...parts.filter((name) => !listed(element.cssParts).has(name)).map((name) => `part ${name}`),
    ...slots.filter((name) => !listed(element.slots).has(name)).map((name) => `slot ${name || '(default)'}`),
  ].map((thing) => `${element.path}: the ${thing} is not listed in the class comment`);
}
