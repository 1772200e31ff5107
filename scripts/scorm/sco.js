/* Tells a learning platform (SCORM 1.2) that the figure was opened. Nothing else is reported, and no answer is waited for. */

/** The platform puts its API into a window around this one, or into the one that opened it. */
function findApi(start) {
  let from = start;
  for (let depth = 0; from && depth < 10; depth += 1) {
    try {
      if (from.API) return from.API;
    } catch {
      // A window of another origin is not the platform's.
    }
    if (from.parent === from) break;
    from = from.parent;
  }
  return null;
}

const api = findApi(window) ?? (window.opener ? findApi(window.opener) : null);

if (api) {
  api.LMSInitialize('');
  api.LMSSetValue('cmi.core.lesson_status', 'completed');
  api.LMSCommit('');
  window.addEventListener('pagehide', () => api.LMSFinish(''), { once: true });
}

/** The frame is as high as its page, so that only one thing scrolls. */
window.addEventListener('message', ({ source, data }) => {
  const frame = document.querySelector('iframe');
  if (source === frame.contentWindow && data?.convscope === 1 && data.type === 'height')
    frame.style.blockSize = `${data.height}px`;
});
