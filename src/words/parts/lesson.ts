/** Words of the lessons' elements; the lessons themselves are pages. Steps are counted from 1. */

export const lessonEn = {
  'lesson.steps': 'Steps of the lesson',
  'lesson.previous': 'Previous',
  'lesson.next': 'Next step',
  'lesson.place': 'Step {number} of {count}',
  'lesson.again': 'Reset the figure',
  'lesson.explorer': 'Open in the explorer',
  'lesson.link': 'Link to step {number}',
  'lesson.slides': 'Show as slides',
  'lesson.handout': 'Print a handout',
};
