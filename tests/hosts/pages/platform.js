/** A learning platform: the API of SCORM 1.2 in a window around the package. */
import { Scorm12API } from 'scorm-again/scorm12';

const calls = [];
window.API = new Scorm12API();
for (const name of ['LMSInitialize', 'LMSSetValue', 'LMSCommit', 'LMSFinish'])
  window.API.on(name, (...given) => calls.push([name, ...given].join(' ').trim()));
window.calls = calls;
const frame = document.createElement('iframe');
Object.assign(frame, { src: './scorm/index.html', title: 'Package', width: '360', height: '500' });
document.querySelector('#app').append(frame);
