/** Simplified Chinese of the strings of the same name. */
import type { problemsEn } from '../problems.js';

export const problemsZh: Readonly<Record<keyof typeof problemsEn, string>> = {
  'problem.allowed': '给定 {given}，允许 {allowed}',
  'problem.because': '因为 {formula}',
  'problem.kernel-larger-than-input': '卷积核大于填充后的输入',
  'problem.channels-not-divisible-by-groups': '输入通道数不能被组数整除',
  'problem.filters-not-divisible-by-groups': '滤波器数不能被组数整除',
  'problem.channel-mismatch': '权重的通道数与输入不符',
  'problem.bias-shape-mismatch': '每个滤波器应有一个偏置',
  'problem.non-positive-groups': '组数必须为正',
  'problem.non-positive-stride': '步幅必须为正',
  'problem.non-positive-dilation': '空洞率必须为正',
  'problem.negative-padding': '填充不能为负',
  'problem.negative-output-padding': '输出填充不能为负',
  'problem.output-padding-too-large': '输出填充必须小于步幅或空洞率',
  'problem.empty-output': '输出将为空',
  'problem.non-positive-kernel': '卷积核至少要有一行一列',
  'problem.non-positive-filters': '至少要有一个滤波器',
  'problem.non-positive-input': '输入至少要有一行、一列和一个通道',
  'problem.missing-input': '缺少输入的大小',
  'problem.invalid-value': '该值不可用',
  'problem.not-applicable': '该设置在这里没有意义',
  'problem.tensor-too-large': '张量过大',
  'problem.shape-mismatch': '形状互不相符',
  'problem.non-finite-value': '有的值不是有限数',
  'problem.unknown-field': '没有这个设置',
};
