/** As in docs/embedding.md: a fragment may drive the figure of its slide. */
import Reveal from 'reveal.js';
import 'reveal.js/reveal.css';
import 'convscope/conv-figure';

const deck = new Reveal({ hash: true, transition: 'none' });

deck.on('fragmentshown', ({ fragment }) => {
  if (fragment.dataset.figure === 'next')
    fragment.closest('section').querySelector('conv-figure').next('cell');
});
await deck.initialize();
Object.assign(window, { deck });
