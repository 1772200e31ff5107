import '../../../components/conv-figure/define.js';

for (let figure = 0; figure < 30; figure += 1) document.body.append(document.createElement('conv-figure'));
