/** The part of a learning platform that SCORM 1.2 describes: an API in a window around the package. */
const calls = [];
const answer =
  (name) =>
  (...given) => {
    calls.push([name, ...given].join(' ').trim());
    return 'true';
  };

window.API = Object.fromEntries(
  ['LMSInitialize', 'LMSSetValue', 'LMSCommit', 'LMSFinish'].map((name) => [name, answer(name)]),
);
window.calls = calls;
const frame = document.createElement('iframe');
Object.assign(frame, { src: './scorm/index.html', title: 'Package', width: '360', height: '500' });
document.querySelector('#app').append(frame);
