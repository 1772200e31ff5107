/** Words of the factorisation laboratory: kernels as columns times rows, layers as slices times mixes. */

export const factorisationEn = {
  'factor.label': 'Factorisation laboratory',
  'factor.kernel': 'Kernel',
  'factor.source': 'Take the kernel from',
  'factor.source.layer': 'the layer shown here',
  'factor.rows': 'Rows',
  'factor.columns': 'Columns',
  'factor.channel': 'Channel',
  'factor.filter': 'Filter',
  'factor.numbers': 'Numbers',
  'factor.numbers.help': 'Rows on lines; at most 7 by 7.',
  'factor.too-large':
    'At most 7 rows and 7 columns, one channel: {rows} by {columns} by {channels} were given.',
  'factor.pair': 'Pair {pair}: column times row',
  'factor.pair.size': 'length {size}',
  'factor.pair.unused': 'not added at rank {rank}',
  'factor.column': 'column',
  'factor.row': 'row',
  'factor.nearest': 'Nearest kernel of rank {rank}',
  'factor.difference': 'Difference',
  'factor.nearest.text': 'the first {rank} pairs added up',
  'factor.nearest.text.one': 'the first pair',
  'factor.difference.text': 'error {error}, {share} of the kernel’s own length',
  'factor.legend': 'Colours from {low} to {high}, the same in every picture',
  'factor.table': 'Ranks of the kernel',
  'factor.table.rank': 'Rank',
  'factor.table.weights': 'Weights',
  'factor.table.error': 'Error',
  'factor.table.share': 'Relative error',
  'factor.table.choose': 'Rank {rank}',
  'factor.table.terms': '{rank} · ({rows} + {columns})',
  'factor.table.full': 'Kernel as it is',
  'factor.table.full.terms': '{rows} · {columns}',
  'factor.table.help':
    'The error is √ of the sum of the squared differences. At stride 1 every weight is used once for each output, so that these are also the multiply-adds for one output.',
  'factor.exact': 'exact',
  'factor.no-saving': 'saves nothing',
  'factor.zero': 'A kernel of zeros has rank 0: no weights are needed at all.',
  'factor.rank.one':
    'Rank 1: one column times one row is this very kernel. {pairs} numbers decide all {weights} weights; the others are redundant.',
  'factor.rank.fewer':
    'Rank {rank}: {rank} pairs are this very kernel, {pairs} numbers in place of {weights}. One pair alone, {first} numbers, misses it by {error}.',
  'factor.rank.many':
    'Rank {rank}: only {rank} pairs give this kernel, and their {pairs} numbers save nothing against {weights}. One pair alone, {first} numbers, misses it by {error}.',
  'factor.meaning':
    'A kernel of rank r is r columns times r rows, r · (kh + kw) numbers for kh · kw weights. Two convolutions, first a column and then a row, are limited to rank 1: they stand for a kernel exactly where its weights are redundant, and elsewhere they are another kernel, however they are trained.',
  'factor.matrix': '{name}: {rows}',
  'factor.layer': 'The whole layer: slices of a channel',
  'factor.layer.text':
    'Each filter has one slice for each input channel. The rank of a channel is how many of its slices are not mixes of its others. A depthwise separable layer with multiplier m keeps m slices a channel and mixes them: rank m at most.',
  'factor.layer.redundant':
    'Multiplier {multiplier} follows every channel exactly: {fewer} weights in place of {weights}, the others are redundant.',
  'factor.layer.full':
    'Multiplier {multiplier} would follow every channel exactly, but its {fewer} weights save nothing against {weights}. Multiplier 1 misses the layer by {error}; it is another layer, not a cheaper copy.',
  'factor.layer.none':
    'The layer shown here is no standard convolution whose filters read every channel, or it is too large; there are no slices to compare.',
  'factor.layer.channel': 'Channel {channel}',
  'factor.layer.rank': 'rank {rank} of {most}',
  'factor.layer.sizes': 'Channel {channel}: rank {rank} of {most}; lengths {sizes}',
  'factor.layer.more': '+ {count} more channels',
  'factor.layer.table': 'Multipliers of a separable layer',
  'factor.layer.multiplier': 'Multiplier',
  'factor.layer.parts': 'Depthwise + mixing',
  'factor.layer.standard': 'Standard layer',
} as const;
