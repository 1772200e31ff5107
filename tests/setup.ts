/** Runs before every test file: both languages are there, as they are on a page once it has settled. */
import { loadLanguage } from '../src/words/say.js';

await loadLanguage('zh');
