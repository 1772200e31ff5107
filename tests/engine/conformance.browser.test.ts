import { describeConformance } from './conformance.js';

describeConformance('webgl2-exact', {});
