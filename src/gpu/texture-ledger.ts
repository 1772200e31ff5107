import { GpuBudgetError } from './errors.js';

const mebibyte = 2 ** 20;

/** A browser may lose the context without an error when memory runs out, so our own budget refuses first. */
export function pageByteBudget(deviceMemoryGiB: number | undefined = deviceMemory()): number {
  return (deviceMemoryGiB !== undefined && deviceMemoryGiB <= 2 ? 96 : 256) * mebibyte;
}

function deviceMemory(): number | undefined {
  if (typeof navigator === 'undefined') return undefined;
  return (navigator as { deviceMemory?: number }).deviceMemory;
}

/** Counts the textures and bytes of all pools of the page against one budget. */
export class TextureLedger {
  textures = 0;
  bytes = 0;
  readonly budget: number;

  constructor(budget: number) {
    this.budget = budget;
  }

  fits(bytes: number): boolean {
    return this.bytes + bytes <= this.budget;
  }

  /** @throws GpuBudgetError when the budget would be exceeded; nothing is entered then */
  enter(bytes: number): void {
    if (!this.fits(bytes)) throw new GpuBudgetError(this.refusal(bytes));
    this.textures += 1;
    this.bytes += bytes;
  }

  leave(bytes: number): void {
    this.textures -= 1;
    this.bytes -= bytes;
  }

  refusal(bytes: number): string {
    const mebibytes = (amount: number) => `${(amount / mebibyte).toFixed(1)} MiB`;
    return `${mebibytes(bytes)} of GPU memory asked for, ${mebibytes(this.bytes)} of ${mebibytes(this.budget)} in use. Use smaller tensors.`;
  }
}
