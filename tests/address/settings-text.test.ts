import { describe, expect, it } from 'vitest';
import { readAddress } from '../../src/address/read-address.js';
import { longestAddress, writeAddress } from '../../src/address/write-address.js';

const gridding = { laboratory: 'gridding', laboratorySettings: { rates: '1 2 5', kernel: '5' } } as const;

describe('the settings of a laboratory in a link', () => {
  it('stand by the names of the attributes, a flag without a value', () => {
    expect(writeAddress(gridding).text).toBe('v=1&lab=gridding&set=rates:1+2+5;kernel:5');
    const { state, notices } = readAddress({ hash: '#lab=filter&set=colour;stride:2;values:1;stride:9' });
    expect(notices).toEqual([]);
    expect(state.laboratorySettings).toEqual({ colour: '', stride: '2', values: '1' });
  });

  it('may hold any character', () => {
    const laboratorySettings = { values: '1;2%3B\n3:4&5=6 #7%', sizes: 'side=56 filters=64' };
    const { text } = writeAddress({ laboratory: 'filter', laboratorySettings });
    expect(readAddress({ hash: `#${text}` }).state.laboratorySettings).toEqual(laboratorySettings);
  });

  it('belong to the laboratory that is named beside them', () => {
    const query = '?lab=gridding&set=rates:1+2+5';
    expect(readAddress({ query, hash: '#lab=filter' }).state).toEqual({ laboratory: 'filter' });
    expect(readAddress({ query, hash: '#set=kernel:5' }).state).toEqual({
      laboratory: 'gridding',
      laboratorySettings: { kernel: '5' },
    });
    const given = readAddress({ query }).state;
    expect(writeAddress({ laboratory: 'gridding' }, given).text).toBe('v=1&set=');
    expect(writeAddress({ ...given, laboratory: 'filter' }, given).text).toBe(
      'v=1&lab=filter&set=rates:1+2+5',
    );
    expect(writeAddress({}, given).text).toBe('v=1&lab=none');
  });

  it('are told where there is no laboratory, or no name', () => {
    const alone = readAddress({ hash: '#set=kernel:5' });
    expect([alone.state, alone.notices.map(({ key }) => key)]).toEqual([{}, ['link.alone']]);
    const nameless = readAddress({ hash: '#lab=gridding&set=:5;__proto__:1;Kernel:3;;kernel:5' });
    expect(nameless.state.laboratorySettings).toEqual({ kernel: '5' });
    expect(nameless.notices.map(({ parameters }) => parameters.value)).toEqual([
      ':5',
      '__proto__:1',
      'Kernel:3',
    ]);
  });

  it('are left out where they make a link too long, and that is told', () => {
    const laboratorySettings = { stack: '3 '.repeat(longestAddress) };
    const link = writeAddress({ laboratory: 'receptive-field', laboratorySettings, step: 3 });
    expect(link).toEqual({ text: 'v=1&step=3&lab=receptive-field', leftOut: true });
  });
});
