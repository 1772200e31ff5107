/** An element whose address follows it, with nothing else on the page. */
import { html, type TemplateResult } from 'lit';
import type { LinkNotice } from '../../src/address/notices.js';
import type { PageState } from '../../src/address/page-state.js';
import { AddressController } from '../../components/shared/address-controller.js';
import { ConvElement } from '../../components/shared/conv-element.js';

export class AddressPage extends ConvElement {
  protected static override readonly holdsLab = true;
  example: string | undefined;
  taken: PageState = {};
  told: readonly LinkNotice[] = [];
  readonly address = new AddressController(this, {
    session: () => this.lab.session,
    surroundings: () => ({ preset: this.example, theme: this.theme === 'auto' ? undefined : this.theme }),
    take: (state, notices) => {
      this.taken = state;
      this.told = notices;
      this.theme = state.theme ?? 'auto';
      this.example = state.preset;
    },
  });

  get session() {
    return this.lab.session!;
  }

  override render(): TemplateResult {
    return html`${this.step}`;
  }
}

customElements.define('test-address-page', AddressPage);
