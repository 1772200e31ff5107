/** Runs the sections that were asked for, one after the other. */
import { availableParallelism, cpus, platform } from 'node:os';
import { highest } from '../engine/ceilings.js';
import type { Effort } from '../engine/measure.js';
import { describeCase } from '../report/engine-numbers.js';
import type {
  CallsSection,
  EngineCase,
  EngineSection,
  PageSection,
  Results,
  SceneSection,
  Setting,
  Watched,
} from '../report/results.js';
import { ForeignLoad, noisy, Patience } from './machine.js';
import type { Options } from './options.js';
import { commit, versions } from './packages.js';
import type { Pages } from './pages.js';

/** Milliseconds of waiting for a quiet machine, all in all. */
const patience = { full: 600_000, quick: 0 };
/** Attempts at a case that other work disturbs. */
const attempts = { full: 3, quick: 1 };
const mostThreads = 4;

/** A section that breaks is told of, and missing in what is returned: the others took their time and are kept. */
export async function runSections(pages: Pages, options: Options): Promise<Results> {
  const run = new Run(pages, options);
  let results: Results = {};
  for (const section of options.sections) {
    console.log(`\n${section}`);
    try {
      results = { ...results, [section]: await run[section]() };
    } catch (error) {
      console.error(`The section ${section} broke off: ${String(error)}`);
    }
  }
  return results;
}

class Run {
  private readonly pages: Pages;
  private readonly options: Options;
  private readonly patience: Patience;
  private readonly attempts: number;

  constructor(pages: Pages, options: Options) {
    const pace = options.quick ? 'quick' : 'full';
    this.pages = pages;
    this.options = options;
    this.patience = new Patience(patience[pace]);
    this.attempts = attempts[pace];
  }

  engine(): Promise<EngineSection> {
    const { quick, rounds, cases } = this.options;
    const effort: Effort = quick ? { rounds, sample: 10, budget: 200 } : { rounds, sample: 25, budget: 1200 };
    const threads = Math.min(availableParallelism(), mostThreads);
    return this.pages.visit('side-by-side/page.html', async (page) => {
      await page.waitForFunction(() => 'enginePage' in window);
      await page.evaluate((count) => window.enginePage.start(count), threads);
      await this.patience.untilQuiet();
      const before = await page.evaluate(() => window.enginePage.ceilings());
      const measured: Watched<EngineCase>[] = [];
      for (const id of cases) {
        const engines = await this.watch(
          () => page.evaluate(([name, how]) => window.enginePage.measure(name, how), [id, effort] as const),
          // Only the first attempt met programs that were not compiled yet.
          (again, first) => again.map((each, place) => ({ ...each, first: first[place].first })),
        );
        measured.push({ result: { id, engines: engines.result }, foreignLoad: engines.foreignLoad });
        console.log(describeCase(measured.at(-1)!));
      }
      const after = await page.evaluate(() => window.enginePage.ceilings());
      const ceilings = before && after && highest(before, after);
      return { setting: this.setting(), threads, ceilings, cases: measured };
    });
  }

  calls(): Promise<CallsSection> {
    const batches = this.options.quick ? 5 : 21;
    return this.pages.visit('calls/page.html', async (page) => {
      await page.waitForFunction(() => 'callsPage' in window);
      const calls = await this.watch(() =>
        page.evaluate((count) => window.callsPage.measure(count), batches),
      );
      return { setting: this.setting(), calls };
    });
  }

  scene(): Promise<SceneSection> {
    const batches = this.options.quick ? 3 : 9;
    // 1,000, 5,000 and 20,000 cells, and a volume of a mobile network.
    const volumes = [
      [[10, 10, 10], true],
      [[40, 25, 5], true],
      [[40, 50, 10], true],
      [[112, 112, 32], false],
    ] as const;
    return this.pages.visit('scene/page.html', async (page) => {
      await page.waitForFunction(() => 'scenePage' in window);
      const measured: SceneSection['volumes'][number][] = [];
      for (const [volume, withInstanced] of volumes) {
        console.log(`  ${volume.join('×')}`);
        measured.push(
          await this.watch(() =>
            page.evaluate(([size, beside, count]) => window.scenePage.measure(size, beside, count), [
              volume,
              withInstanced,
              batches,
            ] as const),
          ),
        );
      }
      return { setting: this.setting(), volumes: measured };
    });
  }

  async page(): Promise<PageSection> {
    const [figures, watched, mounts, portion] = [50, 2, this.options.quick ? 100 : 1000, 50];
    const { counts, scrolled } = await this.pages.visit('page/figures.html', async (page) => {
      await page.waitForFunction(() => 'figuresPage' in window);
      const counts = await page.evaluate(([count, time]) => window.figuresPage.measure(count, time), [
        figures,
        watched * 1000,
      ] as const);
      const load = new ForeignLoad();
      const result = await page.evaluate(() => window.figuresPage.scroll());
      return { counts, scrolled: { result, foreignLoad: load.share } };
    });
    const leftovers = await this.pages.visit('page/mounts.html', async (page) => {
      await page.waitForFunction(() => 'mountsPage' in window);
      for (let done = 0; done < mounts; done += portion) {
        await page.evaluate((count) => window.mountsPage.mount(count), portion);
      }
      return page.evaluate(() => window.mountsPage.leftovers());
    });
    return { setting: this.setting(), figures, watched, counts, scrolled, leftovers };
  }

  /** The least disturbed of some attempts. */
  private async watch<Result>(
    measure: () => Promise<Result>,
    merge: (again: Result, first: Result) => Result = (again) => again,
  ): Promise<Watched<Result>> {
    const load = new ForeignLoad();
    const results: Watched<Result>[] = [];
    do {
      await this.patience.untilQuiet();
      load.reset();
      const result = await measure();
      const foreignLoad = load.share;
      results.push({ result: results[0] ? merge(result, results[0].result) : result, foreignLoad });
    } while (results.at(-1)!.foreignLoad > noisy && results.length < this.attempts);
    return results.reduce((best, each) => (each.foreignLoad < best.foreignLoad ? each : best));
  }

  private setting(): Setting {
    const { renderer, browserVersion } = this.pages;
    return {
      date: new Date().toISOString().slice(0, 10),
      commit: commit(),
      quick: this.options.quick,
      system: platform(),
      cores: cpus().length,
      renderer,
      browser: `Chromium ${browserVersion}`,
      versions: versions(),
    };
  }
}
