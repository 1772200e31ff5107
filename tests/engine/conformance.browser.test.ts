import { describeConformance } from './conformance.js';

describeConformance('webgl2-exact', { prefer: 'webgl2-exact' });
