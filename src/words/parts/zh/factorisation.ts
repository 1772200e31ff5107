/** Simplified Chinese of the strings of the same name. */
import type { factorisationEn } from '../factorisation.js';

export const factorisationZh: Readonly<Record<keyof typeof factorisationEn, string>> = {
  'factor.label': '分解实验台',
  'factor.kernel': '卷积核',
  'factor.source': '卷积核取自',
  'factor.source.layer': '这里显示的层',
  'factor.rows': '行数',
  'factor.columns': '列数',
  'factor.channel': '通道',
  'factor.filter': '滤波器',
  'factor.numbers': '数字',
  'factor.numbers.help': '每行一行；最多 7 × 7。',
  'factor.too-large': '最多 7 行 7 列、一个通道：给定的是 {rows} × {columns} × {channels}。',
  'factor.pair': '第 {pair} 对：列乘以行',
  'factor.pair.size': '长度 {size}',
  'factor.pair.unused': '秩 {rank} 时不加',
  'factor.column': '列',
  'factor.row': '行',
  'factor.nearest': '秩 {rank} 的最接近的卷积核',
  'factor.difference': '差',
  'factor.nearest.text': '前 {rank} 对相加',
  'factor.nearest.text.one': '第一对',
  'factor.difference.text': '误差 {error}，是卷积核自身长度的 {share}',
  'factor.legend': '颜色从 {low} 到 {high}，各图相同',
  'factor.table': '卷积核的各个秩',
  'factor.table.rank': '秩',
  'factor.table.weights': '权重数',
  'factor.table.error': '误差',
  'factor.table.share': '相对误差',
  'factor.table.choose': '秩 {rank}',
  'factor.table.terms': '{rank} · ({rows} + {columns})',
  'factor.table.full': '原来的卷积核',
  'factor.table.full.terms': '{rows} · {columns}',
  'factor.table.help':
    '误差是差的平方和的平方根。步幅为 1 时，每个输出用到每个权重各一次，所以这也是一个输出的乘加次数。',
  'factor.exact': '完全相同',
  'factor.no-saving': '没有节省',
  'factor.zero': '全零的卷积核秩为 0：一个权重也不需要。',
  'factor.rank.one':
    '秩 1：一列乘以一行就是这个卷积核。{pairs} 个数决定全部 {weights} 个权重，其余的都是冗余。',
  'factor.rank.fewer':
    '秩 {rank}：{rank} 对相加就是这个卷积核，{pairs} 个数代替 {weights} 个。只用一对（{first} 个数）相差 {error}。',
  'factor.rank.many':
    '秩 {rank}：要 {rank} 对才能得到这个卷积核，它们的 {pairs} 个数比 {weights} 个并不节省。只用一对（{first} 个数）相差 {error}。',
  'factor.meaning':
    '秩为 r 的卷积核是 r 列乘以 r 行，用 r · (kh + kw) 个数表示 kh · kw 个权重。先列后行的两次卷积受限于秩 1：只有在权重冗余的地方它们才恰好等于原来的卷积核；在别处，无论怎样训练，它们都是另一个卷积核。',
  'factor.matrix': '{name}：{rows}',
  'factor.layer': '整个层：同一通道的切片',
  'factor.layer.text':
    '每个滤波器对每个输入通道有一个切片。一个通道的秩，就是它的切片中不能由其余切片混合得到的个数。深度乘子为 m 的深度可分离层每个通道保留 m 个切片再混合：秩至多为 m。',
  'factor.layer.redundant':
    '深度乘子 {multiplier} 就能恰好表示每个通道：{fewer} 个权重代替 {weights} 个，其余的都是冗余。',
  'factor.layer.full':
    '深度乘子 {multiplier} 才能恰好表示每个通道，但需要 {fewer} 个权重，比原来的 {weights} 个并不节省。深度乘子 1 与原层相差 {error}；它是另一个层，而不是更便宜的副本。',
  'factor.layer.none': '这里显示的层不是每个滤波器都读取所有通道的标准卷积，或者过大；没有切片可比。',
  'factor.layer.channel': '通道 {channel}',
  'factor.layer.rank': '秩 {rank}（最多 {most}）',
  'factor.layer.sizes': '通道 {channel}：秩 {rank}，最多 {most}；长度 {sizes}',
  'factor.layer.more': '还有 {count} 个通道',
  'factor.layer.table': '可分离层的各个深度乘子',
  'factor.layer.multiplier': '深度乘子',
  'factor.layer.parts': '深度卷积 + 混合',
  'factor.layer.standard': '标准层',
};
