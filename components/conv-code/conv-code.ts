import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { ParsedLayer } from '../../src/code/types.js';
import type { CodeComments } from '../../src/code/export/facts.js';
import type { CodeLanguage } from '../../src/code/to-code.js';
import type { PlanTensors } from '../../src/math/types.js';
import type { Session } from '../../src/session/session.js';
import { LAYER_FIELDS } from '../../src/variants/fields.js';
import type { LayerSpec } from '../../src/variants/types.js';
import { codeCommentsEn } from '../../src/words/parts/code-comments.js';
import { codeEn } from '../../src/words/parts/code.js';
import { isWordKey, teach } from '../../src/words/say.js';
import { ConvElement } from '../shared/conv-element.js';
import { ConvLayerEvent } from '../shared/events.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { renderAnswer } from './answer.js';
import { codeStyles } from './styles.js';

teach(codeEn);
teach(codeCommentsEn);

/** Reading and writing code: fetched when the panel is first shown. */
type Tools = typeof import('../../src/code/to-code.js') & typeof import('../../src/code/parse-layer.js');

/** A field that a layer leaves out means its variant's preset; named, so that nothing of the layer before stays. */
const everyField = Object.fromEntries(LAYER_FIELDS.map(({ name }) => [name, undefined])) as LayerSpec;

/**
 * The layer as code in the language of a framework, NumPy or plain loops, to be copied; and a field that takes the call of a
 * layer, sets it, and tells how it was read and what was not taken over.
 *
 * @tag conv-code
 * @summary A layer as code, out and in.
 * @event {ConvLayerEvent} conv-layer - A pasted call set the layer.
 * @event {Event} change - A person chose another language.
 * @csspart code - The code of the layer.
 * @csspart paste - The field for a call.
 * @csspart answer - What became of the pasted call.
 */
export class ConvCode extends ConvElement {
  static override styles: CSSResultGroup = [baseStyles, themeStyles, controlStyles, codeStyles];

  /** `pytorch`, `keras`, `paddle`, `onnx`, `tfjs`, `numpy` or `loops`; by default the framework whose names are shown. */
  @property() language?: CodeLanguage;

  @query('textarea[readonly]') private readonly code!: HTMLTextAreaElement;
  @query('textarea:not([readonly])') private readonly text!: HTMLTextAreaElement;
  @state() private tools: Tools | null = null;
  /** What became of the last text, and of which layer that is true. */
  @state() private answer: { readonly parsed: ParsedLayer; readonly about: LayerSpec } | null = null;
  /** How the last copy went; it is about that code only. */
  @state() private copied: { readonly how: 'copied' | 'selected'; readonly code: string } | null = null;

  private written: { readonly causes: readonly unknown[]; readonly code: string } = { causes: [], code: '' };

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    void this.fetchTools();
  }

  /** Reads the call of a layer and sets it, as if it had been pasted. Resolves when that is done. */
  async apply(text: string): Promise<void> {
    const { parseLayer } = this.tools ?? (await this.fetchTools());
    const { session } = this.lab;
    if (!session) return;
    const parsed = parseLayer(text, session.layer);
    if (parsed.layer) session.setLayer({ ...everyField, ...parsed.layer }, { gesture: 'code' });
    session.settle();
    this.answer = { parsed, about: session.layer };
    if (parsed.layer) this.dispatchEvent(new ConvLayerEvent());
    await this.updateComplete;
    // A reason below the panel's edge would seem to be nothing.
    this.renderRoot.querySelector('.answer')?.scrollIntoView({ block: 'nearest' });
  }

  private async fetchTools(): Promise<Tools> {
    const [out, into] = await Promise.all([
      import('../../src/code/to-code.js'),
      import('../../src/code/parse-layer.js'),
    ]);
    this.tools = { ...out, ...into };
    return this.tools;
  }

  private choose(event: Event): void {
    this.language = (event.target as HTMLSelectElement).value as CodeLanguage;
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  private async copy(): Promise<void> {
    const { value } = this.code;
    try {
      await navigator.clipboard.writeText(value);
      this.copied = { how: 'copied', code: value };
    } catch {
      // No clipboard on plain http, nor where a frame forbids it.
      this.code.focus();
      this.code.select();
      this.copied = { how: 'selected', code: value };
    }
  }

  /** The numbers of what is asked for; while they are on their way, or cannot come, none. */
  private tensors({ moment, plan }: Session): PlanTensors | undefined {
    const fits = moment && JSON.stringify(moment.plan.stages) === JSON.stringify(plan.stages);
    if (!fits || moment.stages.length === 0) return undefined;
    const stages = moment.stages.map(({ weights, bias, stage }) => ({
      weights,
      ...(stage.bias ? { bias } : {}),
    }));
    return { input: moment.stages[0].input, stages } as PlanTensors;
  }

  /** Written anew only when layer, numbers or a language are others: the panel is rendered with every step of a run. */
  private codeOf(session: Session, tools: Tools): string {
    const causes = [session.layer, session.moment?.stages, this.shown, this.lab.language];
    if (causes.some((cause, index) => cause !== this.written.causes[index])) {
      this.written = { causes, code: this.write(session, tools) };
    }
    return this.written.code;
  }

  private write(session: Session, { toCode }: Tools): string {
    const keys = Object.keys(codeCommentsEn) as (keyof CodeComments)[];
    const comments = Object.fromEntries(
      keys.map((key) => [key, this.lab.say(key)]),
    ) as unknown as CodeComments;
    return toCode(session.layer, this.shown, { tensors: this.tensors(session), comments });
  }

  private get shown(): CodeLanguage {
    const { language, tools } = this;
    return language && tools?.codeLanguages.includes(language) ? language : this.lab.dialect;
  }

  private renderOut(session: Session, tools: Tools): TemplateResult {
    const code = this.codeOf(session, tools);
    const said = this.copied?.code === code ? this.lab.say(`code.${this.copied.how}`) : '';
    return html`<section aria-label=${this.lab.say('code.label')}>
      <div class="bar">
        <label>
          ${this.lab.say('code.language')}
          <select @change=${(event: Event) => this.choose(event)}>
            ${tools.codeLanguages.map((each) => {
              const key = `code.language.${each}`;
              const name = isWordKey(key) ? this.lab.say(key) : each;
              return html`<option value=${each} ?selected=${each === this.shown}>${name}</option>`;
            })}
          </select>
        </label>
        <button class="copy" @click=${() => void this.copy()}>${this.lab.say('code.copy')}</button>
        <p class="said" aria-live="polite">${said}</p>
      </div>
      <textarea
        part="code"
        readonly
        spellcheck="false"
        wrap="off"
        aria-label=${this.lab.say('code.text')}
        .value=${code}
      ></textarea>
    </section>`;
  }

  private renderIn(session: Session): TemplateResult {
    // What was said of a layer goes when another one comes.
    const answer = this.answer?.about === session.layer ? this.answer.parsed : null;
    return html`<section aria-labelledby="paste">
      <h3 id="paste">${this.lab.say('code.paste')}</h3>
      <p class="help" id="paste-help">${this.lab.say('code.paste.help')}</p>
      <textarea
        part="paste"
        rows="4"
        spellcheck="false"
        autocapitalize="off"
        aria-labelledby="paste"
        aria-describedby="paste-help"
        placeholder="nn.Conv2d(3, 4, kernel_size=3)"
      ></textarea>
      <div class="bar">
        <button class="primary" @click=${() => void this.apply(this.text.value)}>
          ${this.lab.say('code.apply')}
        </button>
      </div>
      <div aria-live="polite">
        ${answer ? renderAnswer(this.lab, answer, answer.layer ? session.problems : []) : nothing}
      </div>
    </section>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { session } = this.lab;
    if (!session) return nothing;
    return html`<div class="panel">
      ${this.tools ? this.renderOut(session, this.tools) : nothing} ${this.renderIn(session)}
    </div>`;
  }
}
