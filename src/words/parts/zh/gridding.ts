/** Simplified Chinese of the strings of the same name. */
import type { griddingEn } from '../gridding.js';

export const griddingZh: Readonly<Record<keyof typeof griddingEn, string>> = {
  'gridding.label': '多层空洞卷积读到哪些格子（网格效应）',
  'gridding.lead':
    '空洞卷积每隔几格读一格。如果连续几层用同样的空洞率，例如 2、2、2，各层的空洞就会对齐：叠得再深，一个输出也只读到网格上的格子，网格之间的格子始终读不到，这就是网格效应。换成 1、2、3 这样的空洞率，感受野大小不变，空洞却补上了。',
  'gridding.stack.1': '第一组',
  'gridding.stack.2': '第二组',
  'gridding.kernel': '卷积核',
  'gridding.kernel.size': '{size}×{size}',
  'gridding.layers': '计入的层数',
  'gridding.presets': '{stack}：示例',
  'gridding.rates': '各层的空洞率',
  'gridding.rate': '{stack}，第 {layer} 层：空洞率',
  'gridding.add': '{stack}：添加一层',
  'gridding.remove': '{stack}：删除最后一层',
  'gridding.none': '没有层',
  'gridding.stays': '计入的是第 {layer} 层之前的各层。',
  'gridding.field': '感受野',
  'gridding.per-axis': '每个轴上读到',
  'gridding.plane': '平面上读到',
  'gridding.weights': '权重',
  'gridding.size': '{size} × {size}',
  'gridding.of': '{part} / {all}',
  'gridding.share': '{share} %',
  'gridding.legend': '从格子到输出的路径数（边上的数是沿各轴的路径数，格子中的数是两者的乘积）：',
  'gridding.legend.hole': '未读到',
  'gridding.keys': '上下键选择行，左右键少计或多计一层，Home 和 End 到第一行和最后一行。',
  'gridding.row': '第 {row} 行（共 {size} 行）：读到 {touched} 格',
  'gridding.column': '列',
  'gridding.paths': '路径',
  'gridding.no-row': '感受野中没有这一行。',
  'gridding.sentence.pixel': '还没有计入任何层：一个输出就是一格，也只看到一格。',
  'gridding.sentence.one': '一层 {kernel} × {kernel}、空洞率 {rates} 的卷积看到 {size} × {size} 格的感受野。',
  'gridding.sentence.stack':
    '{layers} 层 {kernel} × {kernel}、空洞率 {rates} 的卷积看到 {size} × {size} 格的感受野。',
  'gridding.sentence.holes':
    '每个轴的 {size} 个位置中读到 {touched} 个，即 {all} 格中的 {touched2d} 个，占 {share} %；其余是空洞，与权重取值无关。',
  'gridding.sentence.all': '其中每一格都读到。',
  'gridding.sentence.most': '一格最多有 {most} 条路径。',
  'gridding.sentence.most.one': '每个读到的格子有一条路径。',
};
