/** A server of the built site that a test may stop, and a copy of the site that it may change. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview, type PreviewServer } from 'vite';
import { headers } from '../../scripts/headers.mjs';
import { ownSite } from './addresses.js';

const built = join(import.meta.dirname, '../../site');

export class OwnServer {
  /** A copy of the built site, where a test may write. */
  readonly folder = mkdtempSync(join(tmpdir(), 'convscope-'));
  private server: PreviewServer | undefined;

  constructor() {
    cpSync(built, this.folder, { recursive: true });
  }

  async start(): Promise<void> {
    this.server = await preview({
      configFile: false,
      root: this.folder,
      appType: 'mpa',
      logLevel: 'silent',
      build: { outDir: '.' },
      preview: { host: '127.0.0.1', port: ownSite.port, strictPort: true, headers },
    });
  }

  /** From now on nothing answers at the address. */
  async stop(): Promise<void> {
    await this.server?.close();
    this.server = undefined;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true });
  }
}
