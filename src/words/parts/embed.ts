/** The figure in a frame on another page. */

export const embedEn = {
  'embed.large': 'Open large',
  'embed.explorer': 'Open with everything adjustable',
  'embed.refused': 'This frame may open no windows. The address of the figure, to be copied:',
  'embed.copy': 'Copy the address',
  'embed.copied': 'Copied',
} as const;
