import { html, nothing, type TemplateResult } from 'lit';

interface Menu<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly name: string; readonly tag?: string }[];
  readonly value: Id;
  readonly choose: (id: Id) => void;
}

/** A menu whose name only a screen reader says: its choices speak for themselves. */
export function renderSelect<Id extends string>({ label, options, value, choose }: Menu<Id>): TemplateResult {
  return html`<label title=${label}>
    <span class="visually-hidden">${label}</span>
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Id)}>
      ${options.map(
        ({ id, name, tag }) =>
          html`<option value=${id} lang=${tag ?? nothing} ?selected=${id === value}>${name}</option>`,
      )}
    </select>
  </label>`;
}
