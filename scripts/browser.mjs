/** Which Chromium the tests and the screenshot script start, with which flags, and what to do where there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright';

const minute = 60_000;

/** Programs that drive like Chromium, in the places where systems put them. */
const systemBrowsers = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge',
    '/usr/bin/microsoft-edge-stable',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
};

/** Software GL, so that no test needs a GPU; the network flags keep Chromium from calling home. */
export const browserArguments = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
];

/**
 * CHROMIUM_PATH, then Playwright's own, then the system's.
 *
 * @returns {string | undefined} path of the program
 */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const candidates = [chromium.executablePath(), ...(systemBrowsers[process.platform] ?? [])];
  return candidates.find((path) => existsSync(path));
}

export function browserLaunchOptions() {
  return { executablePath: findBrowser(), args: browserArguments };
}

/**
 * Finds a browser or installs one, and starts it once.
 *
 * @returns {Promise<string>} path of the program
 * @throws {Error} one sentence that says what to do
 */
export async function ensureBrowser() {
  if (!findBrowser()) installBrowser();
  const path = findBrowser();
  if (!path) {
    throw new Error(
      'No Chromium, Chrome or Edge was found and none could be installed: ' +
        'install one and set CHROMIUM_PATH to its program, then run the command again.',
    );
  }
  await checkThatItStarts(path);
  return path;
}

async function checkThatItStarts(path) {
  try {
    const browser = await chromium.launch(browserLaunchOptions());
    await browser.close();
  } catch (cause) {
    throw new Error(`The browser ${path} does not start: set CHROMIUM_PATH to one that does.`, { cause });
  }
}

/** Tries the way that suits the system; what came of it is seen by looking again. */
function installBrowser() {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && isDebian()) {
    console.log('No browser found: installing the chromium package.');
    const install = 'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium';
    spawnSync('sh', ['-c', install], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 5 * minute,
    });
    return;
  }
  console.log("No browser found: downloading Playwright's Chromium.");
  const withLibraries = isRoot && process.platform === 'linux' ? ['--with-deps'] : [];
  spawnSync('npx', ['playwright', 'install', ...withLibraries, 'chromium'], {
    shell: process.platform === 'win32',
    stdio: 'inherit',
    timeout: 3 * minute,
  });
}

/** Debian itself: on Ubuntu the package of that name only points at a snap. */
function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}
