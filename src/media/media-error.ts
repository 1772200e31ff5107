/** Why a file is not an input. `words` has a sentence for each; the comments say what `given` and `allowed` hold. */
export type MediaErrorKind =
  | 'empty-file'
  /** given, allowed: megabytes. */
  | 'file-too-large'
  /** The browser could not read the file, e.g. because it was moved or permission ended. */
  | 'unreadable-file'
  /** Text, HTML, PDF, anything that is no picture. */
  | 'not-an-image'
  /** A drawing that may hold scripts and links is never opened. */
  | 'svg-refused'
  /** given: the format, e.g. 'HEIC'; allowed: the formats that are read. */
  | 'unsupported-format'
  /** given: 'width × height'; allowed: megapixels. */
  | 'too-many-pixels'
  /** given: the format. The file ends too early. */
  | 'truncated'
  /** given: the format. A checksum or a length in the file is wrong. */
  | 'corrupt'
  /** given: the format. Sound as far as we can tell, but the browser refuses it. */
  | 'decode-failed'
  /** No pixel is visible. */
  | 'fully-transparent'
  /** A .npy file of Python objects, which could run code when it is opened. */
  | 'npy-objects'
  /** given: NumPy's name of a type that holds no real numbers, e.g. '<U2'. */
  | 'npy-type'
  /** given, allowed: axes of the array. */
  | 'npy-axes'
  /** given: sizes; allowed: values. */
  | 'npy-too-large'
  /** An axis has no places. */
  | 'npy-no-values'
  /** given: NaN, an infinity or a number beyond float32's range; allowed: its place, one number an axis, counted from 1. */
  | 'npy-non-finite'
  /** The browser hides real pixel values from pages (a privacy setting), so an image cannot become numbers. */
  | 'pixels-withheld';

/** A file was refused; the input that was shown before stays. */
export class MediaError extends Error {
  readonly kind: MediaErrorKind;
  readonly given: string;
  readonly allowed: string;

  constructor(kind: MediaErrorKind, given = '', allowed = '', options?: ErrorOptions) {
    super([kind, given, allowed && `allowed: ${allowed}`].filter(Boolean).join(', '), options);
    this.name = 'MediaError';
    this.kind = kind;
    this.given = given;
    this.allowed = allowed;
  }
}
