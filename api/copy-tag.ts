/** The "Copy tag" buttons of the reference. */
import { copyFrom } from '../components/shared/copy.js';

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const field = button.parentElement?.querySelector('textarea');
  const told = button.parentElement?.querySelector('[role=status]');
  button.addEventListener('click', async () => {
    if (!field || !told) return;
    told.textContent = (await copyFrom(field))
      ? 'Copied · 已复制'
      : 'Selected: copy it with the keyboard · 已选中，请用键盘复制';
  });
}
