/** A frame in one sentence. */

export const sentencesEn = {
  'sentence.start': 'Ready: {filters} filters of {kernel} over an input of {input}. Press play.',
  'sentence.place': 'Filter {filter} stands over the window of output row {row}, column {column}.',
  'sentence.filter': 'Filter {filter} comes to the bench; it will make output channel {filter}.',
  'sentence.lift': 'The values of the window are copied to the bench.',
  'sentence.weigh': 'Each value is multiplied by the weight in the same place.',
  'sentence.add': 'Channel {channel}: {done} of {taps} products added, sum {sum}.',
  'sentence.merge': 'The channel sums {partials} are added: {sum}.',
  'sentence.bias': 'The bias {bias} is added: {output}.',
  'sentence.cell.one':
    'Filter {filter}, output row {row}, column {column}: {taps} products add up to {output}.',
  'sentence.cell.many':
    'Filter {filter}, output row {row}, column {column}: channel sums {partials} add up to {sum}.',
  'sentence.cell.bias': '{cell} With the bias {bias} it is {output}.',
  'sentence.end':
    '{cell} The run is finished: {filters} filters made {filters} output channels; more filters would add channels, not rows or columns.',
  'sentence.image': 'Image {image}. {cell}',
  'sentence.and': ' and ',
  'sentence.comma': ', ',
  'sentence.more': '{shown} and {count} more',
  'sentence.about': 'about {value}',
  'pointed.output':
    'Output channel {channel}, row {row}, column {column}, {value}: made from {cells} input cells by filter {channel}.',
  'pointed.input':
    'Input channel {channel}, row {row}, column {column}, value {value}: used by {cells} output cells.',
  'pointed.weights':
    'Filter {filter}, channel {channel}, row {row}, column {column}, weight {value}: the same at all {cells} places of its map.',
  'pointed.bias': 'The bias of filter {filter}, {value}, is added to all {cells} cells of its map.',
  'pointed.value': 'value {value}',
  'pointed.pending': 'not computed yet',
  'pointed.pinned': '{sentence} Pinned: Escape or another click lets go.',
} as const;

export const sentencesZh: Readonly<Record<keyof typeof sentencesEn, string>> = {
  'sentence.start': '准备就绪：{filters} 个 {kernel} 的滤波器，输入为 {input}。请按播放。',
  'sentence.place': '滤波器 {filter} 对准输出第 {row} 行第 {column} 列的窗口。',
  'sentence.filter': '滤波器 {filter} 移到工作台，它将生成输出通道 {filter}。',
  'sentence.lift': '窗口中的值被复制到工作台。',
  'sentence.weigh': '每个值乘以相同位置的权重。',
  'sentence.add': '通道 {channel}：{taps} 个乘积中已加 {done} 个，和为 {sum}。',
  'sentence.merge': '各通道的部分和 {partials} 相加，得 {sum}。',
  'sentence.bias': '加上偏置 {bias}，得 {output}。',
  'sentence.cell.one': '滤波器 {filter}，输出第 {row} 行第 {column} 列：{taps} 个乘积相加，得 {output}。',
  'sentence.cell.many':
    '滤波器 {filter}，输出第 {row} 行第 {column} 列：{channels}个通道的部分和 {partials} 相加，得 {sum}。',
  'sentence.cell.bias': '{cell}加上偏置 {bias}，得 {output}。',
  'sentence.end':
    '{cell}运行结束：{filters} 个滤波器生成了 {filters} 个输出通道；增加滤波器只增加通道，不增加行列。',
  'sentence.image': '第 {image} 张图。{cell}',
  'sentence.and': '、',
  'sentence.comma': '、',
  'sentence.more': '{shown} 等（另有 {count} 个）',
  'sentence.about': '约 {value}',
  'pointed.output':
    '输出通道 {channel}，第 {row} 行第 {column} 列，{value}：由滤波器 {channel} 用 {cells} 个输入单元格算出。',
  'pointed.input': '输入通道 {channel}，第 {row} 行第 {column} 列，值为 {value}：用于 {cells} 个输出单元格。',
  'pointed.weights':
    '滤波器 {filter}，通道 {channel}，第 {row} 行第 {column} 列，权重 {value}：在特征图的全部 {cells} 个位置上都相同。',
  'pointed.bias': '滤波器 {filter} 的偏置 {value} 加到其特征图的全部 {cells} 个单元格上。',
  'pointed.value': '值为 {value}',
  'pointed.pending': '尚未计算',
  'pointed.pinned': '{sentence}已固定：按 Esc 或再次点击即可松开。',
};
