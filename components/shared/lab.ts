import type { Display, AskedDisplay } from '../../src/session/display.js';
import { Session } from '../../src/session/session.js';
import type { scaleLegend } from '../../src/views/scale-legend.js';
import type { SceneView } from '../../src/views/scene/scene-view.js';
import type { ViewTheme } from '../../src/views/theme.js';
import type { Dialect } from '../../src/words/dialect.js';
import type { Language, Parameters, WordKey } from '../../src/words/say.js';
import { PageLook } from './page-look.js';
import type { ThemeName } from './theme.js';

/** What another picture like one needs to know of it. */
export interface PictureModel {
  readonly view: SceneView;
  /** The layer of its words. */
  readonly labels: HTMLElement;
}

/** A view whose picture can be kept. */
export interface PictureSource {
  /** Width and height on the page, in CSS pixels. */
  readonly pictureSize: readonly [width: number, height: number];
  /**
   * The picture with its words, as it stands.
   * @param scale pixels of the picture per CSS pixel
   * @returns null where it cannot be drawn so large, or not yet
   */
  picture(scale: number): Promise<HTMLCanvasElement | null>;
  /** For a picture like it, seen as it is now; null where there is none yet. */
  readonly model: PictureModel | null;
}

/**
 * What the views of one figure share: a session, a language, colours, and whether things may move. It belongs to
 * one element (its holder) and tells 'change' whenever a view should render again.
 */
export class Lab extends EventTarget {
  readonly session = new Session();
  /** Scenes of this lab that are on the page. */
  readonly pictures = new Set<PictureSource>();
  private readonly holder: HTMLElement;
  private readonly look: PageLook;
  private stopWatching = (): void => undefined;
  private framework: Dialect = 'keras';
  private display: Display | null = null;
  private shows: AskedDisplay = { colourRange: 'tensor', decimals: 'auto', shared: null };
  /** What a legend shows of a colour scale; null while all scales are the usual ones. */
  scaleLegend: typeof scaleLegend | null = null;

  constructor(holder: HTMLElement) {
    super();
    this.holder = holder;
    this.look = new PageLook(holder, () => this.changed());
    this.session.addEventListener('change', () => this.changed());
  }

  get language(): Language {
    return this.look.language;
  }

  get reducedMotion(): boolean {
    return this.look.reducedMotion;
  }

  /** Whose names the settings and the weight axes are shown with. */
  get dialect(): Dialect {
    return this.framework;
  }

  setDialect(dialect: Dialect): void {
    this.framework = dialect;
    this.changed();
  }

  /** How numbers are shown; takes hold as soon as what it needs is fetched. */
  setDisplay(settings: Partial<AskedDisplay>): void {
    this.shows = { ...this.shows, ...settings };
    const { colourRange, decimals, shared } = this.shows;
    if (!this.display && colourRange === 'tensor' && decimals === 'auto' && !shared) return;
    import('./display.js').then(
      (module) => {
        this.scaleLegend = module.scaleLegend;
        this.display ??= module.makeDisplay();
        this.display.set(this.shows);
        this.session.display = this.display.of;
      },
      () => undefined,
    );
  }

  get theme(): ViewTheme {
    return this.look.theme;
  }

  /** A string in the lab's language. */
  readonly say = (key: WordKey, parameters?: Parameters): string => this.look.say(key, parameters);

  setTheme(name: ThemeName): void {
    this.look.setTheme(name);
  }

  /** Begins to compute, and to follow the page's language, theme and visibility. */
  connect(): void {
    this.stopWatching = this.watchVisibility();
    this.look.connect();
    this.session.connect();
  }

  disconnect(): void {
    this.stopWatching();
    this.look.disconnect();
    this.session.disconnect();
  }

  private watchVisibility(): () => void {
    if (typeof IntersectionObserver !== 'function') return () => undefined;
    const observer = new IntersectionObserver((entries) => {
      this.session.seen = entries.at(-1)?.isIntersecting ?? true;
    });
    observer.observe(this.holder);
    return () => observer.disconnect();
  }

  private changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
