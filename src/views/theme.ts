/** Colours that a view draws with; the element reads them from CSS custom properties, so a page can override them. */
export interface ViewTheme {
  readonly dark: boolean;
  /** CSS colours. */
  readonly background: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  /** Edges of the roles; roles are also told by position and label, never by hue alone. */
  readonly input: string;
  readonly kernel: string;
  readonly output: string;
  readonly bias: string;
  readonly accent: string;
  /** Strong outlines for a projector or forced colours. */
  readonly highContrast: boolean;
}
