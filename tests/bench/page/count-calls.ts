/** Counts what a page does that costs when nothing is to be seen. Must run before the code that it watches. */

export interface CallCounts {
  /** WebGL contexts made. */
  contexts: number;
  /** Animation frames asked for. */
  frames: number;
  /** Calls of any WebGL2 method. */
  glCalls: number;
}

export function countCalls(): CallCounts {
  const counts: CallCounts = { contexts: 0, frames: 0, glCalls: 0 };
  for (const prototype of [HTMLCanvasElement.prototype, OffscreenCanvas.prototype])
    countContexts(prototype, counts);
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => {
    counts.frames += 1;
    return request(callback);
  };
  const methods = Object.entries(Object.getOwnPropertyDescriptors(WebGL2RenderingContext.prototype));
  for (const [name, { value }] of methods) {
    if (typeof value !== 'function' || name === 'constructor') continue;
    const method = value as (...all: unknown[]) => unknown;
    Object.defineProperty(WebGL2RenderingContext.prototype, name, {
      value(this: WebGL2RenderingContext, ...all: unknown[]) {
        counts.glCalls += 1;
        return method.apply(this, all);
      },
    });
  }
  return counts;
}

function countContexts(prototype: object, counts: CallCounts): void {
  const known = new WeakSet<object>();
  const holder = prototype as { getContext(...all: unknown[]): object | null };
  const { getContext } = holder;
  holder.getContext = function (...all) {
    const context = getContext.apply(this, all);
    if (context instanceof WebGL2RenderingContext && !known.has(context)) {
      known.add(context);
      counts.contexts += 1;
    }
    return context;
  };
}
