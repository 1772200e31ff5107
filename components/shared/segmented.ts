import { css, html, nothing, type TemplateResult } from 'lit';

export const segmentedStyles = css`
  .segmented {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
  }
  .segmented label {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: 2.25rem;
    padding: 0.2rem 0.7rem;
    border: 1px solid var(--_control-line);
    border-radius: 0.5rem;
    background: var(--_background);
    color: var(--_ink);
    font-size: 0.9375rem;
    cursor: pointer;
  }
  .segmented input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  .segmented label:hover {
    border-color: var(--_accent);
  }
  .segmented label:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .segmented label:has(:checked) {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  .segmented label:has(:disabled) {
    cursor: default;
    opacity: 0.55;
  }
  @media (forced-colors: active) {
    .segmented label:has(:checked) {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
      color: HighlightText;
    }
  }
`;

interface Segments<Value extends string> {
  /** Groups the radio buttons of one shadow root. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** null: none is chosen. */
  readonly value: string | null;
  readonly disabled?: boolean;
  /** Id of what describes the group, e.g. why its value is refused. */
  readonly describedBy?: string | undefined;
  readonly choose: (value: Value) => void;
}

/** One of a few, side by side: radio buttons, so that arrow keys go from one to the next. */
export function renderSegments<Value extends string>({
  name,
  label,
  options,
  value,
  disabled = false,
  describedBy,
  choose,
}: Segments<Value>): TemplateResult {
  return html`<fieldset class="segmented" aria-describedby=${describedBy ?? nothing}>
    <legend class="visually-hidden">${label}</legend>
    ${options.map(
      (option) =>
        html`<label
          ><input
            type="radio"
            name=${name}
            value=${option.value}
            ?disabled=${disabled}
            .checked=${option.value === value}
            @change=${() => choose(option.value)}
          />${option.label}</label
        >`,
    )}
  </fieldset>`;
}
