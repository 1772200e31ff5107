/** As in docs/embedding.md: properties and events of the element are props, from React 19 on. */
import { createElement as h, StrictMode, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'convscope/conv-figure';

function Lesson() {
  const [dilation, setDilation] = useState(1);
  const [place, setPlace] = useState('');
  const [isBelow, setBelow] = useState(false);
  const figure = useRef(null);
  const shown = h('conv-figure', {
    ref: figure,
    key: 'figure',
    variant: 'dilated',
    dilation,
    'onconv-step': ({ step, steps }) => setPlace(`${step} of ${steps}`),
  });
  return h(
    'section',
    null,
    h('button', { onClick: () => setDilation(dilation + 1) }, 'Wider'),
    h('button', { onClick: () => figure.current.next('cell') }, 'On'),
    h('button', { onClick: () => setBelow(!isBelow) }, 'Move'),
    h('p', { id: 'place' }, place),
    isBelow ? [h('p', { key: 'text' }, 'Text'), shown] : [shown, h('p', { key: 'text' }, 'Text')],
  );
}

createRoot(document.querySelector('#app')).render(h(StrictMode, null, h(Lesson)));
