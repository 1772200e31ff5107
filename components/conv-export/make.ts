/** Makes files of what a lab shows. Fetched when the first one is asked for. */
import type { Tensor } from '../../src/math/types.js';
import { mapsToCsv, weightsToCsv } from '../../src/media/csv.js';
import { writeNpy } from '../../src/media/npy.js';
import { save } from '../../src/session/save.js';
import type { Session } from '../../src/session/session.js';
import { turned } from '../../src/math/turned.js';
import type { Moment } from '../../src/timeline/types.js';
import { formulaOf } from '../../src/views/formula/formula.js';
import { formulaSvg } from '../../src/views/formula/svg.js';
import { gridModel } from '../../src/views/grid/model.js';
import { gridSvg } from '../../src/views/grid/svg.js';
import { isDrawable, sheetOf } from '../../src/views/matrix/sheet.js';
import { matrixSvg, mostSvgEntries } from '../../src/views/matrix/svg.js';
import { matrixEntries } from '../../src/math/counts.js';
import { formatCount } from '../../src/words/numbers.js';
import { countsEn } from '../../src/words/parts/counts.js';
import { formulaEn } from '../../src/words/parts/formula.js';
import { settingsEn } from '../../src/words/parts/settings.js';
import { tablesEn } from '../../src/words/parts/tables.js';
import { teach } from '../../src/words/say.js';
import type { Lab } from '../shared/lab.js';
import { captionOf } from './caption.js';
import { NoFile, textFile, type MadeFile } from './file.js';
import { picturePixels, withCaption } from './picture.js';

teach(countsEn);
teach(formulaEn);
teach(settingsEn);
teach(tablesEn);

export type TensorName = 'input' | 'weights' | 'output';

/** What a person asks for. */
export type Wish =
  | { readonly kind: 'picture'; readonly scale: 1 | 2 | 4 }
  | { readonly kind: 'grid' | 'matrix' | 'formula' }
  | { readonly kind: 'npy' | 'csv'; readonly tensor: TensorName }
  | { readonly kind: 'json' };

/**
 * @param stage whose tensors, tables and matrix are wanted
 * @throws NoFile
 */
export async function makeFile(lab: Lab, moment: Moment, stage: number, wish: Wish): Promise<MadeFile> {
  const name = `convscope-${lab.session.layer.variant ?? 'layer'}`;
  switch (wish.kind) {
    case 'picture':
      return pictureFile(lab, moment, wish.scale, `${name}-${wish.scale}x.png`);
    case 'json':
      return savedFile(lab, moment, `${name}.json`);
    case 'npy': {
      const tensor = tensorOf(lab.session, moment, stage, wish.tensor);
      const blob = new Blob([writeNpy(tensor)], { type: 'application/octet-stream' });
      return { name: `${name}-${wish.tensor}.npy`, blob, text: null };
    }
    case 'csv': {
      const tensor = tensorOf(lab.session, moment, stage, wish.tensor);
      const text = wish.tensor === 'weights' ? weightsToCsv(tensor) : mapsToCsv(tensor);
      return textFile(`${name}-${wish.tensor}.csv`, 'text/csv', text);
    }
    default:
      return textFile(`${name}-${wish.kind}.svg`, 'image/svg+xml', drawing(lab, moment, stage, wish.kind));
  }
}

/** As given, so that it can be given again: the weights of a true convolution are turned back. */
function tensorOf({ layer }: Session, { stages }: Moment, stage: number, name: TensorName): Tensor {
  const view = stages[stage];
  if (name === 'weights') return layer.turned === true ? turned(view.weights) : view.weights;
  return view[name];
}

function savedFile(lab: Lab, moment: Moment, name: string): MadeFile {
  const { session } = lab;
  if (session.problems.length > 0) throw new NoFile(lab.say('export.illegal'));
  if (session.status !== 'ready') throw new NoFile(lab.say('export.waiting'));
  const outputs = moment.stages.map(({ output }) => output);
  return textFile(name, 'application/json', save(session.document, session.plan, outputs));
}

function drawing(lab: Lab, moment: Moment, stage: number, kind: 'grid' | 'matrix' | 'formula'): string {
  const { theme } = lab;
  const say = lab.say.bind(lab);
  const title = captionOf(lab.session, moment, say);
  if (kind === 'grid') return gridSvg(gridModel(moment, { theme, say, stage }), theme, title);
  if (kind === 'formula') return formulaSvg(formulaOf(moment), theme, title);
  const view = moment.stages[stage];
  const svg = isDrawable(view.stage) ? matrixSvg(sheetOf(view, false, 'channel'), view, theme, title) : null;
  if (svg !== null) return svg;
  throw new NoFile(
    lab.say('export.too-large.matrix', {
      given: formatCount(matrixEntries(view.stage)),
      allowed: formatCount(mostSvgEntries),
    }),
  );
}

async function pictureFile(lab: Lab, moment: Moment, scale: number, name: string): Promise<MadeFile> {
  const [source] = lab.pictures;
  if (!source) throw new NoFile(lab.say('export.no-scene'));
  const { problem } = picturePixels(source, scale);
  if (problem) throw new NoFile(lab.say('export.too-large.picture', problem));
  const picture = await source.picture(scale);
  if (!picture) throw new NoFile(lab.say('export.no-picture'));
  const whole = withCaption(picture, captionOf(lab.session, moment, lab.say.bind(lab)), scale, lab.theme);
  const blob = await new Promise<Blob | null>((resolve) => whole.toBlob(resolve, 'image/png'));
  if (!blob) throw new NoFile(lab.say('export.no-picture'));
  return { name, blob, text: null };
}
