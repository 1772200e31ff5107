/** Runs before every test file: both languages are there in full, as they are on a page once all its elements are. */
import { loadLanguage, teach } from '../src/words/say.js';
import { english } from './english.js';

teach(english);
await loadLanguage('zh');
