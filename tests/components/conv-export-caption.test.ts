import { expect, it } from 'vitest';
import { captionOf } from '../../components/conv-export/caption.js';
import { exportEn } from '../../src/words/parts/export.js';
import type { Session } from '../../src/session/session.js';
import { teach } from '../../src/words/say.js';
import { english, standardMoment } from '../views/moments.js';

teach(exportEn);

it('tells whole steps of a run that is held between two', () => {
  const session = { layer: {} } as Session;
  expect(captionOf(session, standardMoment(4.354), english)).toMatch(/Step 4 of 972\.$/);
});
