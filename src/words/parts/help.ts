/** The help of the exploration site. */

export const helpEn = {
  'help.title': 'What is on this page',
  'help.screen': 'On the screen',
  'help.scene':
    'Input, bench and output of the layer in three dimensions. Drag it to turn it; the buttons below it look from other sides.',
  'help.timeline':
    'Plays the run, or goes through it by products, beats or cells. Dragging and playing show the same.',
  'help.formula.name': 'Formula',
  'help.formula': 'The sum behind the number in hand, with its numbers, and the rule behind it.',
  'help.counts.name': 'Counts',
  'help.counts': 'Multiply-adds, weights and sizes, each with the terms that it is made of.',
  'help.settings':
    'Everything that the layer has. What cannot run is explained in place, and the last picture stays.',
  'help.views': 'Other pictures of the same numbers, together or alone, all on one cursor.',
  'help.examples': 'Worked examples with a sentence each, and classic pitfalls; each has its own link.',
  'help.point': 'Pointing',
  'help.point.how':
    'Point at any cell, weight or product, or go to it by keys: everything that belongs to it lights up in all views, and the sentence says what it is. A click or Enter pins it; Escape, or a second click, lets go.',
  'help.numbers': 'Where the numbers come from',
  'help.numbers.where':
    'Every number is computed on this machine, by WebGL2 where there is one, and compared with a plain reference that runs beside it; below the counts stands which of the two is shown and how far they differ. Pictures and numbers that you bring never leave this page.',
  'help.privacy': 'Privacy',
  'help.privacy.how':
    'Nothing leaves this page: no account, no cookies, no counting of visitors, no request to other hosts. A link that you copy holds what you have set, and goes only where you send it.',
  'help.reference': 'For authors: all elements with their attributes, and examples that run',
  'help.keys.page': 'Keys anywhere on the page',
  'help.keys.scene': 'Further keys in the picture',
  'help.keys.table': 'Keys in a table of numbers',
  'help.table.move': 'the next cell',
  'help.table.pin': 'pins the cell; once more: changes its number',
  'help.table.leave': 'lets go',
} as const;
