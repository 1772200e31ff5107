/** As in docs/embedding.md: the compiler is told which tags are elements. */
import { createApp } from 'vue/dist/vue.esm-bundler.js';
import 'convscope/conv-figure';

const app = createApp({
  data: () => ({ dilation: 1, place: '', isShown: true }),
  methods: {
    on() {
      this.$refs.figure.next('cell');
    },
  },
  template: `
    <button @click="dilation += 1">Wider</button>
    <button @click="on">On</button>
    <button @click="isShown = !isShown">Hide</button>
    <p id="place">{{ place }}</p>
    <conv-figure v-show="isShown" ref="figure" variant="dilated" :dilation="dilation"
      @conv-step="place = $event.step + ' of ' + $event.steps"></conv-figure>`,
});
app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith('conv-');
app.mount('#app');
