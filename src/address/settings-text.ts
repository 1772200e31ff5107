/** How a laboratory is set as the text of one parameter: `rates:1 2 3;kernel:5;colour`. Total: any text is some settings. */
import type { LaboratorySettings } from './page-state.js';

/** A semicolon ends a setting, and a percent sign is needed to say one. */
const escapes: Readonly<Record<string, string>> = { ';': '%3B', '%': '%25' };
const toEscape = /[;%]/g;
const toRead = /%(?:3B|25)/gi;

export function writeSettings(settings: LaboratorySettings): string {
  return Object.entries(settings)
    .map(([name, value]) =>
      value === '' ? name : `${name}:${value.replace(toEscape, (sign) => escapes[sign])}`,
    )
    .join(';');
}

/**
 * Of a name that comes twice the first value holds. What can be no attribute is told to `refuse`.
 * @returns undefined where the text says nothing
 */
export function readSettings(
  text: string,
  refuse: (value: string, allowed: string) => void,
): LaboratorySettings | undefined {
  const settings = new Map<string, string>();
  for (const part of text.split(';')) {
    const [, name, value = ''] = /^([^:]*):?(.*)$/s.exec(part)!;
    if (part === '' || settings.has(name)) continue;
    if (/^[a-z][a-z-]*$/.test(name))
      settings.set(
        name,
        value.replace(toRead, (code) => (code === '%25' ? '%' : ';')),
      );
    else refuse(part, 'name:value;name:value …');
  }
  return settings.size === 0 ? undefined : Object.fromEntries(settings);
}
