/** What each worked example shows, by its id: a sentence for a menu, fetched with it. */

export const presetAboutsEn = {
  'maps-standard':
    'A filter is as deep as the input and makes one map: 4 · 3 · 3 · 3 weights, 972 multiply-adds. Slice 1 of filter 1 finds vertical edges (Sobel).',
  'maps-standard-same':
    'SAME pads with zeros so that height and width stay as they are. Slice 1 of filter 1 finds vertical edges (Sobel).',
  'maps-depthwise':
    'One slice for each channel and one map for each: nothing is added over channels. Slice 1 finds vertical edges (Sobel).',
  'maps-pointwise': 'The second half of a separable layer: all channels of one place are mixed.',
  'maps-separable':
    'Depthwise, then pointwise: 39 weights instead of 108, that is 1/4 + 1/9 of them. Slice 1 finds vertical edges (Sobel).',
  'one-filter':
    'However deep the input is, one filter makes one channel. Slice 1 finds vertical edges (Sobel).',
  'one-point': 'One 1×1 filter adds up the channels of each place with its weights.',
  'groups-1': 'Every filter reads all 4 channels: 144 weights; the first number is −13 − 3 + 33 − 6 = 11.',
  'groups-2': 'Filters 1 and 2 read channels 1 and 2 only: 72 weights; the first number is −13 − 3 = −16.',
  'groups-4':
    'Each filter reads one channel: 36 weights; the first number is −13. This is a depthwise convolution.',
  'column-row': 'A column of 3 weights and a row of 3 weights: 6 in place of the 9 of one 3×3 kernel.',
  'ten-standard': 'A 3×3 window starts at 8 rows and 8 columns of 10.',
  'ten-depthwise': 'The same windows, but every channel keeps its own map.',
  'ten-pointwise': 'A 1×1 window fits everywhere: no row and no column is lost.',
  'colour-standard': '3 · 3 · 3 · 64 weights and 64 biases.',
  'colour-two-biases': 'A depthwise and a pointwise layer one after the other: (27 + 3) + (192 + 64).',
  'colour-one-bias': 'One separable layer of Keras has a bias at its end only: 27 + 192 + 64.',
  'large-separable': '90 + 320 weights and 32 biases, whatever the size of the picture.',
  'order-depthwise-first':
    'Keras, MobileNet and Xception’s own layers read each channel first: 90 + 320 weights.',
  'order-pointwise-first':
    'As in the “extreme Inception” of the Xception paper; then 32 channels are read, not 10: 320 + 288 weights.',
  'multiplier-two': 'Two slices for each channel; outputs 1 and 2 both read channel 1.',
  'padding-valid': 'The last row and column are never read.',
  'padding-same': 'The padded row lies below, the padded column at the right; none above or left.',
  'padding-symmetric': 'The same size as with SAME, but every one of the nine numbers differs.',
  'dilation-1': 'Rate 1 has no holes: an ordinary convolution.',
  'dilation-2': 'Nine taps with a hole between two of them reach over 5×5 cells; the weights stay nine.',
  'dilation-3': 'Nine taps reach over all 7×7 cells, so that a single output is left.',
  gridding:
    'At rate 2 a window reads cells of one colour only: neighbouring outputs, 9 and 0, share no input.',
  'dilation-stride': 'Some frameworks refuse the pair; the arithmetic does not.',
  'sixteen-conv': 'The layer as a matrix has 4 rows, 16 columns and 36 entries.',
  'sixteen-back': 'The transposed matrix gives back the shape, not the numbers: 16 unknowns from 4.',
  'printed-tensor':
    'A kernel that was never printed, recovered from the result: its first row to all digits, the others to four decimals.',
  'round-trip-up': '2×2 numbers are stamped onto 5×5 cells.',
  'round-trip-down': 'The convolution of the same stride gives a 2×2 again, with other numbers.',
  'round-trip-up-again': 'Transposed convolution does not undo convolution: compare with the first 5×5.',
  'five-conv': 'A stride that fits: every row of the 5×5 input is read.',
  'five-back': 'Back to 5×5 without output padding.',
  'six-conv':
    'A stride that does not fit: row 6 and column 6 are never read, and the output is as large as for 5×5.',
  'six-back': 'Output padding 1 gives back row and column 6; no stamp lands there, so they are 0.',
  'one-dimension': 'Three stamps of three numbers, two cells apart; the sums lie where two overlap.',
  tracer:
    'The inputs are 1, 10, 100 and 1000, so each digit of 1379 is a weight: 9 times 1, 7 times 10, 3 times 100, 1 times 1000.',
  checkerboard:
    'All inputs are 1, so each output counts its stamps: 1, 2 or 4, because kernel 3 is no multiple of stride 2.',
  'output-padding-zeros': 'The window reaches beyond all stamps: the sixth row and column are 0.',
  'output-padding-values': 'Padding had cropped the last row and column; output padding uncovers them.',
  'size-valid-1': '(2 − 1) · 1 + 3 = 4.',
  'size-valid-2': '(2 − 1) · 2 + 3 = 5.',
  'size-same-1': 'SAME gives input · stride = 2.',
  'size-same-2': 'SAME gives input · stride = 4; one row and one column are cropped at the end.',
  'size-same-3': 'SAME gives input · stride = 6; stamps meet without overlap.',
  'size-short-kernel': 'Keras gives 2 · 3 = 6 for VALID here, not (2 − 1) · 3 + 2 = 5: output padding 1.',
  'swapped-axes':
    'The weights of a transposed layer are (rows, columns, out, in): the last two axes are swapped.',
} as const;

export type PresetId = keyof typeof presetAboutsEn;

export const presetAboutsZh: Readonly<Record<PresetId, string>> = {
  'maps-standard':
    '滤波器与输入一样深，一个滤波器得到一张图：4 · 3 · 3 · 3 个权重，972 次乘加。滤波器 1 的切片 1 检测竖直边缘（Sobel）。',
  'maps-standard-same': 'SAME 补零，使高和宽不变。滤波器 1 的切片 1 检测竖直边缘（Sobel）。',
  'maps-depthwise': '每个通道一个切片、一张图：通道之间不相加。切片 1 检测竖直边缘（Sobel）。',
  'maps-pointwise': '可分离卷积的后半步：混合同一位置的所有通道。',
  'maps-separable': '先逐通道，再逐点：39 个权重代替 108 个，即 1/4 + 1/9。切片 1 检测竖直边缘（Sobel）。',
  'one-filter': '无论输入多深，一个滤波器只得到一个通道。切片 1 检测竖直边缘（Sobel）。',
  'one-point': '一个 1×1 滤波器把每个位置的各通道加权相加。',
  'groups-1': '每个滤波器读取全部 4 个通道：144 个权重；第一个数是 −13 − 3 + 33 − 6 = 11。',
  'groups-2': '滤波器 1、2 只读通道 1、2：72 个权重；第一个数是 −13 − 3 = −16。',
  'groups-4': '每个滤波器只读一个通道：36 个权重；第一个数是 −13。这就是深度卷积。',
  'column-row': '一列 3 个权重，一行 3 个权重：用 6 个代替一个 3×3 卷积核的 9 个。',
  'ten-standard': '10 行 10 列中，3×3 窗口有 8 行 8 列个起点。',
  'ten-depthwise': '窗口相同，但每个通道保留自己的图。',
  'ten-pointwise': '1×1 窗口处处放得下：不丢行也不丢列。',
  'colour-standard': '3 · 3 · 3 · 64 个权重和 64 个偏置。',
  'colour-two-biases': '先后两层，深度卷积和逐点卷积：(27 + 3) + (192 + 64)。',
  'colour-one-bias': 'Keras 的一个可分离层只在末尾有偏置：27 + 192 + 64。',
  'large-separable': '90 + 320 个权重和 32 个偏置，与图像大小无关。',
  'order-depthwise-first': 'Keras、MobileNet 和 Xception 实际所用的层都先做深度卷积：90 + 320 个权重。',
  'order-pointwise-first':
    'Xception 论文中的“极致 Inception”先混合通道，之后逐通道要读的是 32 个而不是 10 个：320 + 288 个权重。',
  'multiplier-two': '每个通道两个切片；输出 1、2 都读通道 1。',
  'padding-valid': '最后一行和最后一列从未被读取。',
  'padding-same': '只在下方补一行、右侧补一列，上方和左侧不补。',
  'padding-symmetric': '大小与 SAME 相同，但九个数全都不同。',
  'dilation-1': '空洞率 1 没有空洞，就是普通卷积。',
  'dilation-2': '九个权重之间各隔一格，覆盖 5×5 的范围；权重仍是九个。',
  'dilation-3': '九个权重覆盖全部 7×7，只剩一个输出。',
  gridding: '空洞率 2 的窗口只读一种颜色的格子：相邻的输出 9 和 0 没有共同的输入。',
  'dilation-stride': '有的框架不允许两者并用，算术上并无妨碍。',
  'sixteen-conv': '写成矩阵是 4 行 16 列，36 个元素。',
  'sixteen-back': '转置矩阵还原的是形状，不是数值：由 4 个数求 16 个未知数。',
  'printed-tensor':
    '只给出了结果，没有给出卷积核；这个卷积核由结果反解得到：第一行每一位都准确，其余各行准确到四位小数。',
  'round-trip-up': '2×2 个数叠加到 5×5 个位置上。',
  'round-trip-down': '步幅相同的卷积又得到 2×2，但数值不同。',
  'round-trip-up-again': '转置卷积不能撤销卷积：请与第一个 5×5 对照。',
  'five-conv': '步幅正好除尽：5×5 输入的每一行都被读取。',
  'five-back': '不用输出填充就回到 5×5。',
  'six-conv': '步幅除不尽：第 6 行、第 6 列从未被读取，输出与输入为 5×5 时一样大。',
  'six-back': '输出填充 1 补回第 6 行和第 6 列；没有卷积核落在那里，所以是 0。',
  'one-dimension': '三次叠加三个数，每次移两格；重叠之处是和。',
  tracer:
    '输入是 1、10、100、1000，所以输出 1379 的每一位就是一个权重：权重 9 乘了 1，7 乘了 10，3 乘了 100，1 乘了 1000。',
  checkerboard: '输入全是 1；1、2 或 4 次叠加之处得 1、2 或 4，因为 3 不是步幅 2 的倍数。',
  'output-padding-zeros': '窗口超出了所有叠加的范围：第六行和第六列是 0。',
  'output-padding-values': '填充裁掉了最后一行和最后一列，输出填充又把它们露出来。',
  'size-valid-1': '(2 − 1) · 1 + 3 = 4。',
  'size-valid-2': '(2 − 1) · 2 + 3 = 5。',
  'size-same-1': 'SAME 的输出为 输入 · 步幅 = 2。',
  'size-same-2': 'SAME 的输出为 输入 · 步幅 = 4；末尾裁去一行一列。',
  'size-same-3': 'SAME 的输出为 输入 · 步幅 = 6；各次叠加相接而不重叠。',
  'size-short-kernel': '此时 Keras 的 VALID 得 2 · 3 = 6，而不是 (2 − 1) · 3 + 2 = 5：输出填充为 1。',
  'swapped-axes': '转置卷积的权重为（行，列，输出，输入）：后两个轴对调。',
};
