/** What a legend says of a colour scale that is not the usual one. */

export const scaleEn = {
  'scale.channel': 'each channel its own scale; the widest is shown',
  'scale.channel.at': 'each channel its own scale; shown: channel {place}',
  'scale.filter': 'each filter its own scale; the widest is shown',
  'scale.filter.at': 'each filter its own scale; shown: filter {place}',
  'scale.locked': 'locked scale',
  'scale.shared': 'one scale for all layers',
  'scale.beyond': 'some numbers lie beyond it and take the colours of its ends',
} as const;
