/** Simplified Chinese of the strings of the same name. */
import type { helpEn } from '../help.js';

export const helpZh: Readonly<Record<keyof typeof helpEn, string>> = {
  'help.title': '本页有什么',
  'help.screen': '屏幕上',
  'help.scene': '这一层的输入、工作台和输出的三维图。拖动可转动，下方按钮换一个视角。',
  'help.timeline': '播放运算，或按乘积、节拍或格子逐步前进。拖动进度条看到的画面与播放时一致。',
  'help.formula.name': '公式',
  'help.formula': '当前这个数背后的求和式、其中的各数，以及一般规则。',
  'help.counts.name': '计数',
  'help.counts': '乘加次数、权重和尺寸，各附算式。',
  'help.settings': '这一层的所有设置。某项设置无法运行时，会在该项旁边说明原因，画面保持上一次可用的设置。',
  'help.views': '同一批数的其他画面，可同看也可单看，共用一个光标。',
  'help.examples': '每个示例附一句说明，另有常见误区；每个示例都有自己的链接。',
  'help.point': '指向',
  'help.point.how':
    '指向任意格子、权重或乘积，或用键盘移到那里：各视图中与它相关的一切同时点亮，并用一句话说明。单击或按 Enter 固定；按 Esc 或再次单击松开。',
  'help.numbers': '数从哪里来',
  'help.numbers.where':
    '每个数都在本机算出：有 WebGL2 时由它计算，并与同时运行的参考实现比对；计数下方写明显示的是哪一个、相差多少。你带来的图片和数字不会离开本页。',
  'help.privacy': '隐私',
  'help.privacy.how':
    '任何内容都不会离开本页：没有账号，没有 Cookie，不统计访问，也不请求其他网站。你复制的链接里有你的设置，只会去你把它发往的地方。',
  'help.reference': '面向作者：全部元素及其特性，附可运行的示例',
  'help.keys.page': '本页任意处的按键',
  'help.keys.scene': '图中的其他按键',
  'help.keys.table': '数值表中的按键',
  'help.table.move': '移到相邻的格子',
  'help.table.pin': '固定格子；再按一次修改其中的数',
  'help.table.leave': '松开',
};
