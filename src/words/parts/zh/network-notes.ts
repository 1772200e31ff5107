/** Simplified Chinese of the strings of the same name. */
import type { networkNotesEn } from '../network-notes.js';

export const networkNotesZh: Readonly<Record<keyof typeof networkNotesEn, string>> = {
  'network.notes': '为什么是这样',
  'network.note-row.bias':
    '这里没有偏置：后面的批归一化会减去均值，偏置也随之减去。代替偏置的是它自己的 β，每个通道一个数。',
  'network.note-row.useless-bias':
    '这个偏置没有用：后面的批归一化会减去均值，偏置也随之减去。去掉它可少 {saved} 个数。',
  'network.note-row.linear':
    '这一层后面没有激活函数：通道很少时，ReLU 置零的信息就丢失了，没有别的通道还保留着它。所以瓶颈是线性的。',
  'network.note-row.inverted':
    '倒残差：{narrow} 个通道扩展到 {wide} 个，深度卷积层在那里工作，捷径连接窄的两端。ResNet 的瓶颈正好相反：两端宽，中间窄。',
  'network.note-row.bottleneck':
    'ResNet 的瓶颈：{wide} 个通道先收窄到 {narrow} 个，再做 3×3 卷积，捷径连接宽的两端。MobileNet V2 把它倒过来：两端窄，中间宽。',
  'network.note-row.five':
    '5×5 的窗口，{weights} 个权重。先后两层 3×3 看到同样的 5×5，每对通道只需 {two} 个权重而不是 {one} 个，中间还多一个 ReLU：Inception v3 就是这样做的。',
  'network.note-row.two-threes':
    '两层 3×3 中的第二层：合起来看到 5×5，与第一代 Inception 的 5×5 层一样，每对通道只需 {two} 个权重而不是 {one} 个。',
  'network.note-row.h-swish':
    'h-swish(x) = x · ReLU6(x + 3) / 6 与 swish(x) = x · σ(x) 十分接近，却不需要指数运算：x 不大于 −3 时为 0，从 3 起为 x。',
  'network.note-row.swish':
    'swish(x) = x · σ(x) 对每个数都要做一次指数运算；h-swish(x) = x · ReLU6(x + 3) / 6 与它十分接近，却不需要。',
  'network.note-row.squeeze':
    '压缩与激励：每个通道取平均得到一个数，两个小层由此算出 0 … 1 的权重，再把该通道乘以这个权重。',
  'network.note-row.transposed':
    '生成器用印章放大图片：输入的每个数盖下一个 {kernel} 的印章，相距 {stride} 格。{kernel} 不是 {stride} 的倍数，印章重叠不均，可能出现棋盘效应。',
  'network.note-row.depthwise':
    '深度卷积：每个通道一个切片，不跨通道求和。它用 {depthwise} 次乘加，而混合这些通道的 1×1 层用 {pointwise} 次。',
  'network.note-row.concat': '{channels} 个通道：{sum}，并排放在一起。',
};
