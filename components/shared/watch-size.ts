import type { ReactiveControllerHost } from 'lit';

/**
 * Tells an element its first size and every other one, while it is in the page. It is told in the frame after, because what it does
 * about it may change the size once more, which a browser refuses within one frame.
 *
 * @param resized is told the width of the content in CSS pixels
 */
export function watchSize(host: ReactiveControllerHost & Element, resized: (width: number) => void): void {
  const observer = new ResizeObserver(([{ contentRect }]) =>
    requestAnimationFrame(() => resized(contentRect.width)),
  );
  host.addController({
    hostConnected: () => observer.observe(host),
    hostDisconnected: () => observer.disconnect(),
  });
}
