/** How busy the machine is with other work, and waiting for it to be quiet. Only Linux tells; elsewhere it counts as quiet. */
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

/** Share of all cores that other work may take before a measurement is called noisy. */
export const noisy = 0.08;

/** Milliseconds. */
const look = 700;

/** Clock ticks since the machine started. */
interface Ticks {
  readonly all: number;
  readonly busy: number;
  /** Of this process and all that it started. */
  readonly own: number;
}

/** Watches from its making, or from the last `reset`. */
export class ForeignLoad {
  private start = ticks();

  reset(): void {
    this.start = ticks();
  }

  /** Share of the machine that went to other work, 0 … 1. */
  get share(): number {
    const now = ticks();
    const all = now.all - this.start.all;
    const others = now.busy - this.start.busy - (now.own - this.start.own);
    return all > 0 ? Math.max(0, others / all) : 0;
  }
}

/** Waits while others work, all in all no longer than it is patient. */
export class Patience {
  private left: number;

  /** @param milliseconds for a whole run */
  constructor(milliseconds: number) {
    this.left = milliseconds;
  }

  async untilQuiet(): Promise<void> {
    const load = new ForeignLoad();
    while (this.left > 0) {
      load.reset();
      await pause(look);
      if (load.share < noisy) return;
      this.left -= look;
    }
  }
}

function ticks(): Ticks {
  try {
    const [user, nice, system, idle, waiting, ...rest] = readFileSync('/proc/stat', 'utf8')
      .split('\n')[0]
      .trim()
      .split(/\s+/)
      .slice(1, 9)
      .map(Number);
    const busy = user + nice + system + rest.reduce((sum, value) => sum + value, 0);
    return { all: busy + idle + waiting, busy, own: ownTicks() };
  } catch {
    return { all: 0, busy: 0, own: 0 };
  }
}

interface Process {
  readonly parent: number;
  readonly ticks: number;
}

function ownTicks(): number {
  const processes = new Map<number, Process>();
  for (const name of readdirSync('/proc')) {
    const found = /^\d+$/.test(name) ? readProcess(name) : undefined;
    if (found) processes.set(Number(name), found);
  }
  const isOwn = (id: number): boolean => {
    if (id === process.pid) return true;
    const parent = processes.get(id)?.parent ?? 0;
    return parent > 1 && isOwn(parent);
  };
  return [...processes].reduce((sum, [id, { ticks: used }]) => (isOwn(id) ? sum + used : sum), 0);
}

/** @returns undefined where the process has just ended */
function readProcess(name: string): Process | undefined {
  try {
    const text = readFileSync(`/proc/${name}/stat`, 'utf8');
    // The program's name, in brackets, may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return undefined;
  }
}
