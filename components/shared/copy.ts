/**
 * Puts the text of a field on the clipboard. Where the page may not, as in many frames, the text is left selected and the older
 * command is tried.
 *
 * @returns whether it was copied
 */
export async function copyFrom(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand('copy');
  }
}
