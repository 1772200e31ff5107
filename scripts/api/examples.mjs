/** What runs on the page of each element: markup that a reader can copy. An element without an entry stands alone. */

const lab = (view, layer = 'variant="dilated" dilation="2"') => `<conv-lab ${layer}>
  <conv-timeline></conv-timeline>
  ${view}
</conv-lab>`;

const twoSteps = `<conv-lesson variant="standard" input="5x5x1" filters="1" weights="sobel-x" no-hash>
  <conv-step id="first" at="cell 0">
    <h3>One number</h3>
    <p>The nine products add up to <conv-value of="sum">10</conv-value>.</p>
  </conv-step>
  <conv-step id="all" at="end">
    <h3>The whole map</h3>
    <p>Nine places give nine numbers.</p>
  </conv-step>
</conv-lesson>`;

const question = `<conv-lab variant="standard" input="5x5x1" filters="1">
  <conv-grid></conv-grid>
  <conv-quiz id="first" of="output 0 0" distractors="turned-kernel neighbour">
    <p>What will the first output cell be?</p>
    <p slot="reveal">Nine products are added: <conv-value of="output 0 0">…</conv-value>.</p>
  </conv-quiz>
</conv-lab>`;

/** By tag. */
export const examples = {
  'conv-channels': lab('<conv-channels></conv-channels>', 'variant="grouped"'),
  'conv-code': lab('<conv-code></conv-code>'),
  'conv-compare': `<conv-compare>
  <conv-lab variant="standard"></conv-lab>
  <conv-lab variant="depthwise"></conv-lab>
</conv-compare>`,
  'conv-controls': lab('<conv-controls></conv-controls>'),
  'conv-counts': lab('<conv-counts></conv-counts>'),
  'conv-embed': `<iframe src="EMBED?variant=dilated&amp;dilation=2&amp;hide=counts" title="Dilated convolution" width="100%" height="640"></iframe>`,
  'conv-explorer': `<iframe src="SITE?variant=transposed" title="Convscope" width="100%" height="720"></iframe>`,
  'conv-export': lab('<conv-export></conv-export>'),
  'conv-figure': `<conv-figure variant="dilated" dilation="2">
  <span slot="caption">Nine weights reach over five rows.</span>
</conv-figure>`,
  'conv-formula': lab('<conv-formula></conv-formula>'),
  'conv-grid': lab('<conv-grid></conv-grid>'),
  'conv-input': lab('<conv-input></conv-input>'),
  'conv-lab': lab('<conv-grid></conv-grid>\n  <conv-formula></conv-formula>'),
  'conv-lesson': twoSteps,
  'conv-matrix': lab('<conv-matrix></conv-matrix>', 'variant="transposed"'),
  'conv-network-value': `<p>Of all the weights of VGG-16,
<conv-network-value network="vgg16" of="parameters">138,357,544</conv-network-value> in number, most stand at its end.</p>`,
  'conv-quiz': question,
  'conv-scene': lab('<conv-scene></conv-scene>'),
  'conv-score': `${question}
<conv-score></conv-score>`,
  'conv-share': lab('<conv-share page="https://example.org/convscope/"></conv-share>'),
  'conv-step': twoSteps,
  'conv-timeline': lab('<conv-formula></conv-formula>'),
  'conv-value': `<conv-lab variant="standard">
  <p>This layer has <conv-value of="parameters">108</conv-value> weights and costs
  <conv-value of="multiply-adds">972</conv-value> multiply-adds.</p>
</conv-lab>`,
};

/** @param {string} tag @returns {string} */
export const exampleOf = (tag) => examples[tag] ?? `<${tag}></${tag}>`;
