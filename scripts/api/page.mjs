/** Pages of the reference, as text, from what the manifest says. */
import { exampleOf } from './examples.mjs';

/** From the reference to the site around it. */
const up = '..';

/** Chrome words in both languages; the descriptions are those of the source, in English. */
const headings = {
  reference: ['Reference', '参考手册'],
  example: ['Example', '示例'],
  tag: ['Tag', '标签'],
  copy: ['Copy tag', '复制标签'],
  attributes: ['Attributes and properties', '特性与属性'],
  inherited: ['Attributes and properties of a layer and its playback', '层与播放的特性和属性'],
  methods: ['Methods', '方法'],
  events: ['Events', '事件'],
  slots: ['Slots', '插槽'],
  parts: ['Parts', '部件'],
  styles: ['Custom properties', '自定义属性'],
  name: ['Name', '名称'],
  type: ['Type', '类型'],
  default: ['Default', '默认值'],
  meaning: ['Meaning', '含义'],
};

/** @param {unknown} text */
export const escaped = (text) =>
  String(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A description as it stands in a comment: code in backquotes. @param {string} [text] */
const prose = (text = '') => escaped(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');

/** @param {keyof typeof headings} key */
const both = (key) => {
  const [en, zh] = headings[key];
  return `${en} <span lang="zh-Hans">${zh}</span>`;
};

/** @param {string} title @param {string} description @param {string} head @param {string} body */
const page = (title, description, head, body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="description" content="${escaped(description)}" />
    <title>${escaped(title)} · Convscope</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/api/api.css" />
${head}
  </head>
  <body>
    <header class="bar">
      <a href="${up}/index.html">Convscope</a>
      <a href="./index.html">${both('reference')}</a>
      <a href="${up}/lessons/index.html">Lessons <span lang="zh-Hans">课程</span></a>
    </header>
    <main>
${body}
    </main>
  </body>
</html>
`;

/** @param {string} title a heading @param {readonly (keyof typeof headings)[]} columns @param {readonly string[][]} rows cells as markup */
function table(title, columns, rows, level = 'h2') {
  if (rows.length === 0) return '';
  const line = (cell, cells) => `<tr>${cells.map((each) => `<${cell}>${each}</${cell}>`).join('')}</tr>`;
  return `<${level}>${title}</${level}>
<div class="wide" tabindex="0" role="region" aria-label="${escaped(title.replaceAll(/<[^>]*>/g, ''))}"><table>
<thead>${line('th scope="col"', columns.map(both)).replaceAll('</th scope="col">', '</th>')}</thead>
<tbody>${rows.map((row) => line('td', row)).join('\n')}</tbody>
</table></div>`;
}

const code = (text) => (text === undefined || text === '' ? '' : `<code>${escaped(text)}</code>`);
const isPublic = ({ privacy, static: isStatic, name }) =>
  !isStatic && (privacy ?? 'public') === 'public' && !name.startsWith('#');

/** An attribute under its own name, and a property that has none under its own. */
function fieldsOf({ members = [], attributes = [] }) {
  const fields = members.filter((member) => member.kind === 'field' && isPublic(member));
  const plain = attributes.filter(
    ({ name, fieldName }) => !fields.some((field) => field.attribute === name || field.name === fieldName),
  );
  return [...fields, ...plain.map((each) => ({ ...each, attribute: each.name }))];
}

function fieldRow({ name, attribute, type, default: usual, description, readonly: isReadonly }) {
  const names =
    attribute && attribute !== name
      ? `${code(attribute)}<br />.${code(name)}`
      : attribute
        ? code(name)
        : `.${code(name)}`;
  return [
    names,
    code(type?.text?.replace(' | undefined', '')),
    usual === "''" ? '' : code(usual),
    prose(description) + (isReadonly ? ' Read-only.' : ''),
  ];
}

function methodRow({ name, parameters = [], description }) {
  return [code(`${name}(${parameters.map((each) => each.name).join(', ')})`), prose(description)];
}

const namedRow = ({ name, description }) => [
  name === '' ? '<em>default</em>' : code(name),
  prose(description),
];

/** @param {string} tag @param {{ loader: string }} how it is loaded in a page of one's own */
function exampleSection(tag, { loader }) {
  const example = exampleOf(tag);
  const live = example.replace('EMBED', `${up}/embed.html`).replace('SITE', `${up}/index.html`);
  const copied = example
    .replace('EMBED', 'https://example.org/convscope/embed.html')
    .replace('SITE', 'https://example.org/convscope/');
  const text = /<iframe/.test(example) ? copied : `${loader}\n\n${copied}`;
  return `<h2>${both('example')}</h2>
<div class="example">${live}</div>
<div class="tag"><label>${both('tag')}
<textarea readonly rows="${text.split('\n').length + 1}" spellcheck="false">${escaped(text)}</textarea></label>
<button data-copy>${both('copy')}</button><p role="status"></p></div>`;
}

/** Tags of our elements in a text, once each. @param {string} text */
export const tagsIn = (text) => [...new Set(text.match(/(?<=<)conv-[a-z-]+/g) ?? [])];

/**
 * The page of one element.
 *
 * @param {import('custom-elements-manifest/schema').CustomElement} element
 * @param {readonly string[]} inOneFile tags that the one-file module registers
 */
export function elementPage(element, inOneFile) {
  const { tagName: tag, summary, description } = element;
  const used = tagsIn(exampleOf(tag));
  const loader = [tag, ...used].every((each) => inOneFile.includes(each))
    ? '<script type="module" src="convscope.js"></script>'
    : `<script type="module">\n${used.map((each) => `  import 'convscope/${each}';`).join('\n')}\n</script>`;
  const head = [...used.map((each) => `components/${each}/define.ts`), 'api/copy-tag.ts']
    .map((path) => `    <script type="module" src="/${path}"></script>`)
    .join('\n');
  const fields = fieldsOf(element);
  const methods = (element.members ?? []).filter((member) => member.kind === 'method' && isPublic(member));
  const columns = /** @type {const} */ (['name', 'type', 'default', 'meaning']);
  const own = fields.filter((field) => !field.inheritedFrom);
  const inherited = fields.filter((field) => field.inheritedFrom);
  const short = /** @type {const} */ (['name', 'meaning']);
  const sections = [
    exampleSection(tag, { loader }),
    table(both('attributes'), columns, own.map(fieldRow)),
    table(both('methods'), short, methods.map(methodRow)),
    table(both('events'), short, (element.events ?? []).map(namedRow)),
    table(both('slots'), short, (element.slots ?? []).map(namedRow)),
    table(both('parts'), short, (element.cssParts ?? []).map(namedRow)),
    table(both('styles'), short, (element.cssProperties ?? []).map(namedRow)),
    table(both('inherited'), columns, inherited.map(fieldRow)),
  ];
  const body = `<h1><code>&lt;${tag}&gt;</code></h1>
<p class="lead">${prose(summary)}</p>
<p>${prose(description)}</p>
${sections.filter((text) => text !== '').join('\n')}`;
  return page(`<${tag}>`, summary, head, body);
}

/** The list of all elements. @param {readonly import('custom-elements-manifest/schema').CustomElement[]} elements */
export function listPage(elements) {
  const rows = elements.map(({ tagName: tag, summary }) => [
    `<a href="./${tag}.html"><code>&lt;${tag}&gt;</code></a>`,
    prose(summary),
  ]);
  const body = `<h1>${both('reference')}</h1>
<p class="lead">Every element, with an example that runs: attributes, properties, methods, events, slots and parts, as the source describes them.</p>
<p class="lead" lang="zh-Hans">全部元素及可运行的示例：特性、属性、方法、事件、插槽与部件。说明文字取自源代码，为英文。</p>
${table('Elements <span lang="zh-Hans">元素</span>', ['name', 'meaning'], rows)}`;
  return page('Reference', 'The elements of Convscope, each with an example that runs.', '', body);
}
