import { html, type TemplateResult } from 'lit';

/** A link past the header, for those who go by Tab. It leaves the address alone, which holds what is shown. */
export function renderSkipLink(name: string, skip: () => void): TemplateResult {
  const follow = (event: Event): void => {
    event.preventDefault();
    skip();
  };
  return html`<a class="skip visually-hidden" href="#" @click=${follow}>${name}</a>`;
}
