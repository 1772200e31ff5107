/** A lab with a moment made by hand, so that a test sees whether a view shows the moment and nothing else. */
import { LabRequestEvent } from '../../components/shared/lab-request.js';
import type { Lab } from '../../components/shared/lab.js';
import { readTheme, schemeOf } from '../../components/shared/theme.js';
import type { Session } from '../../src/session/session.js';
import type { CellEdit, ConvEditEvent } from '../../components/shared/events.js';
import type { Moment, ViewIntent } from '../../src/timeline/types.js';
import { say, type Language, type Parameters, type WordKey } from '../../src/words/say.js';

export interface FakeSession {
  moment: Moment | null;
  /** Times that a view let go of what is selected. */
  letGo: number;
  accuracy?: Partial<Session['accuracy']>;
  backend?: Session['backend'];
  intents: ViewIntent[];
  edits: CellEdit[];
}

export interface Stage<View extends HTMLElement> {
  readonly view: View;
  readonly session: FakeSession;
  readonly shadow: ShadowRoot;
  /** Shows another moment and waits until it is drawn. */
  show(moment: Moment): Promise<void>;
}

interface Rendering extends HTMLElement {
  readonly updateComplete: Promise<boolean>;
}

/** Puts an element into a lab that shows a moment. */
export async function stage<View extends HTMLElement>(
  tag: string,
  moment: Moment | null,
  {
    language = 'en',
    scheme = 'paper',
    ...session
  }: { language?: Language; scheme?: 'paper' | 'board' } & Partial<FakeSession> = {},
): Promise<Stage<View>> {
  const fake: FakeSession = { moment, intents: [], edits: [], letGo: 0, ...session };
  const view = document.createElement(tag) as View & Rendering;
  const lab = new FakeLab(fake, language, view);
  const holder = document.createElement('div');
  holder.lang = language;
  holder.addEventListener(LabRequestEvent.type, (event) =>
    (event as LabRequestEvent).answer(lab as unknown as Lab),
  );
  holder.addEventListener('conv-edit', (event) => fake.edits.push((event as ConvEditEvent).edit));
  view.dataset.scheme = schemeOf(scheme);
  holder.style.background = scheme === 'board' ? '#14181d' : '#fcfbf8';
  holder.append(view);
  document.body.replaceChildren(holder);
  await view.updateComplete;
  return {
    view,
    session: fake,
    shadow: view.shadowRoot!,
    show: async (next) => {
      fake.moment = next;
      lab.dispatchEvent(new Event('change'));
      await view.updateComplete;
    },
  };
}

class FakeLab extends EventTarget {
  readonly session: object;
  readonly language: Language;
  readonly reducedMotion = false;
  private readonly view: Element;

  constructor(fake: FakeSession, language: Language, view: Element) {
    super();
    this.language = language;
    this.view = view;
    this.session = Object.assign(fake, {
      paused: true,
      intend: (intent: ViewIntent) => void fake.intents.push(intent),
      // It takes no edit: what a view asks for is heard from its events.
      plan: { stages: [], problems: [{}] },
      settle: () => undefined,
      clearSelection: () => {
        const had = fake.moment?.selection != null;
        if (had) fake.letGo++;
        return had;
      },
      addEventListener: () => undefined,
    });
  }

  get theme() {
    return readTheme(this.view);
  }

  say(key: WordKey, parameters?: Parameters): string {
    return say(this.language, key, parameters);
  }
}
