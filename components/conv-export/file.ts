/** A file made here, and how it leaves the page. */

export interface MadeFile {
  readonly name: string;
  readonly blob: Blob;
  /** What it says, where that is text. */
  readonly text: string | null;
}

/** Why a file cannot be made, as a sentence. */
export class NoFile extends Error {}

export function textFile(name: string, type: string, text: string): MadeFile {
  return { name, text, blob: new Blob([text], { type: `${type};charset=utf-8` }) };
}

/** Milliseconds until an address is revoked: some browsers read the file only after the click has returned. */
const kept = 60_000;

/** Offers a file to be saved, under an address that does not outlive it. */
export function saveFile({ name, blob }: MadeFile): void {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), kept);
}

/**
 * Does the page stand in a sandboxed frame? Such a frame drops downloads without a word unless it allows them, which a page
 * cannot find out; an origin of its own is the sign that it can see.
 */
export function mayDropDownloads(): boolean {
  return window.origin === 'null' && window.self !== window.top;
}
