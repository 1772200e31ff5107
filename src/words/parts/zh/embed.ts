import type { embedEn } from '../embed.js';

export const embedZh: Readonly<Record<keyof typeof embedEn, string>> = {
  'embed.large': '放大打开',
  'embed.explorer': '打开完整页面，调节所有设置',
  'embed.refused': '此嵌入框不允许打开新窗口。请复制图示的地址：',
  'embed.copy': '复制地址',
  'embed.copied': '已复制',
};
