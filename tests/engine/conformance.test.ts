import { describeConformance } from './conformance.js';

describeConformance('cpu', { prefer: 'cpu' });
