/** Simplified Chinese of the strings of the same name. */
import type { codeCommentsEn } from '../code-comments.js';

export const codeCommentsZh: Readonly<Record<keyof typeof codeCommentsEn, string>> = {
  'comment.cannot-run': '该层无法运行：{reason}',
  'comment.turned': '真正的卷积：卷积核旋转 180 度。下面的权重已经旋转。',
  'comment.turn': '真正的卷积：每个卷积核切片在使用前旋转 180 度。',
  'comment.pytorch-padding': 'PyTorch 两侧的填充相同；四边不同要用 ZeroPad2d，负数表示裁剪。',
  'comment.keras-stride': '并非每个版本的 Keras 都接受这里的步幅：改用步幅 1，再每隔 s 个取一个结果。',
  'comment.keras-stuffed': 'Keras 不允许步幅与空洞率同用，输出填充也必须小于步幅：把零写进卷积核。',
  'comment.keras-groups': 'Keras 的 Conv2DTranspose 没有分组：每组用一层。',
  'comment.tfjs-stride': 'TensorFlow.js 不接受这种步幅：改用步幅 1，再每隔 s 个取一个结果。',
  'comment.tfjs-groups': 'TensorFlow.js 没有分组：每组用一次运算。',
  'comment.tfjs-dilation': 'TensorFlow.js 在这里没有空洞率：把零写进卷积核。',
  'comment.loops-order': '批、行、列、通道；逐行排列，同一格的各通道相邻',
};
