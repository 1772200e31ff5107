import { css } from 'lit';

/** A colour for each kind of layer; text never stands on a colour at full strength. */
export const kindStyles = css`
  .lab {
    --standard: light-dark(#0072b2, #56b4e9);
    --grouped: light-dark(#5b4fa8, #a99bf0);
    --depthwise: light-dark(#b54c00, #f0a24a);
    --pointwise: light-dark(#007a58, #35c79b);
    --separable: light-dark(#8a6d00, #e0c44c);
    --transposed: light-dark(#a5527f, #e39ac7);
    --dense: light-dark(#4a5560, #b7c0ca);
    --batch-norm: light-dark(#8d949c, #77818c);
    --other: light-dark(#b9b3a5, #565f69);
  }
  [data-group='standard'] {
    --kind: var(--standard);
  }
  [data-group='grouped'] {
    --kind: var(--grouped);
  }
  [data-group='depthwise'] {
    --kind: var(--depthwise);
  }
  [data-group='pointwise'] {
    --kind: var(--pointwise);
  }
  [data-group='separable'] {
    --kind: var(--separable);
  }
  [data-group='transposed'] {
    --kind: var(--transposed);
  }
  [data-group='dense'] {
    --kind: var(--dense);
  }
  [data-group='batch-norm'] {
    --kind: var(--batch-norm);
  }
  [data-group='other'] {
    --kind: var(--other);
  }
  .swatch {
    display: inline-block;
    inline-size: 0.7em;
    block-size: 0.7em;
    border-radius: 0.15em;
    margin-inline-end: 0.45em;
    background: var(--kind);
    forced-color-adjust: none;
  }
`;
