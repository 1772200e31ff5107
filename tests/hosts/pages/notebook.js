/** What Jupyter does with trusted output: the markup is set, then every script in it is made anew so that it runs. */
const { default: address } = await import('convscope/cdn?url');

const app = document.querySelector('#app');
app.innerHTML = '<div id="output"></div><button>Run</button><output></output>';
const output = app.querySelector('#output');
const pressed = app.querySelector('output');
let runs = 0;

/** The notebook's own keys, in command mode. */
document.addEventListener('keydown', ({ key }) => {
  pressed.value += `${key} `;
});

function run() {
  runs += 1;
  output.innerHTML = `<script type="module">import ${JSON.stringify(new URL(`${address}?run=${runs}`, location.href).href)};</script>
    <conv-figure variant="dilated" data-lm-suppress-shortcuts="true" dilation="${runs}"></conv-figure>`;
  for (const script of output.querySelectorAll('script')) {
    const made = document.createElement('script');
    made.type = script.type;
    made.textContent = script.textContent;
    script.replaceWith(made);
  }
}

app.querySelector('button').addEventListener('click', run);
