/** What a figure can show, as its `views` name it. */
export const figureViewNames = ['scene', 'formula', 'counts', 'grid', 'matrix', 'channels'] as const;

export type FigureViewName = (typeof figureViewNames)[number];
