import type { ViewTheme } from '../../src/views/theme.js';

export const paperTheme: ViewTheme = {
  dark: false,
  background: '#fbfaf7',
  ink: '#1c1b19',
  muted: '#6a675f',
  line: '#b9b4a8',
  input: '#3f6b8f',
  kernel: '#8a5a00',
  output: '#2f7a4f',
  bias: '#8b3f7a',
  accent: '#c2185b',
  highContrast: false,
};

export const boardTheme: ViewTheme = {
  dark: true,
  background: '#14171c',
  ink: '#f2f1ed',
  muted: '#9aa0aa',
  line: '#4a515c',
  input: '#7fb2dd',
  kernel: '#e6b450',
  output: '#6fd09a',
  bias: '#d58cc6',
  accent: '#ff5c93',
  highContrast: false,
};
