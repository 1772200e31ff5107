import type { UnderstoodNetwork } from '../../src/views/networks/understood.js';
import type { Surroundings } from '../shared/surroundings.js';

/** What every picture is drawn from. */
export interface PictureOptions {
  readonly network: UnderstoodNetwork;
  /** As the reader calls the network. */
  readonly name: string;
  /** Name of the chosen row. */
  readonly chosen: string;
  /** Pixels across, and of a line of text. */
  readonly room: number;
  readonly line: number;
  readonly around: Surroundings;
  readonly choose: (row: string) => void;
}
