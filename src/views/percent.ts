/** '29.0': a share 0 … 1 in per cent, with one digit behind the dot unless it is all or nothing. */
export function percentText(share: number): string {
  return share === 0 || share === 1 ? `${100 * share}` : (100 * share).toFixed(1);
}
