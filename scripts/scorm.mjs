/**
 * `npm run scorm -- "variant=dilated&dilation=2" "Dilated convolution"`: one figure as a SCORM 1.2 package for a learning platform, in
 * release/scorm.zip. The first word is what stands after the `?` of a link or of the Share panel's frame. Needs `npm run build` before.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { zip } from './zip.mjs';

const root = join(import.meta.dirname, '..');
const template = (name) => readFileSync(join(import.meta.dirname, 'scorm', name), 'utf8');

/** @param {string} text */
const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** @param {string} title @param {readonly string[]} files */
function manifest(title, files) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="convscope" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${escaped(title)}</title>
      <item identifier="figure" identifierref="page">
        <title>${escaped(title)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html">
${files.map((path) => `      <file href="${path}" />`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}

/**
 * @param {{ query: string, title: string, embed: string }} figure its query, what it is called, and the page for frames
 * @returns {Record<string, string>} the files of the package by path
 */
export function scormFiles({ query, title, embed }) {
  const page = template('index.html')
    .replaceAll('TITLE', () => escaped(title))
    .replace('QUERY', () => escaped(query.replace(/^\?/, '')));
  const files = {
    'index.html': page,
    'sco.css': template('sco.css'),
    'sco.js': template('sco.js'),
    'embed.html': embed,
  };
  return { 'imsmanifest.xml': manifest(title, Object.keys(files)), ...files };
}

if (process.argv[1] === import.meta.filename) {
  const [query = '', title = 'Convscope'] = process.argv.slice(2);
  const embed = readFileSync(join(root, 'dist/embed.html'), 'utf8');
  mkdirSync(join(root, 'release'), { recursive: true });
  writeFileSync(join(root, 'release/scorm.zip'), zip(scormFiles({ query, title, embed })));
  console.log('release/scorm.zip');
}
