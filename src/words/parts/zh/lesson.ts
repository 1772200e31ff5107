/** Simplified Chinese of the strings of the same name. */
import type { lessonEn } from '../lesson.js';

export const lessonZh: Readonly<Record<keyof typeof lessonEn, string>> = {
  'lesson.steps': '本课的步骤',
  'lesson.previous': '上一步',
  'lesson.next': '下一步',
  'lesson.place': '第 {number} 步，共 {count} 步',
  'lesson.again': '恢复本步图示',
  'lesson.explorer': '在探索页中打开',
  'lesson.link': '第 {number} 步的链接',
  'lesson.slides': '放映为幻灯片',
  'lesson.handout': '打印讲义',
};
