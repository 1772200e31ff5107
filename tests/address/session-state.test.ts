import { edit } from '../../src/session/edit.js';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../src/address/read-address.js';
import { openState, stateOf } from '../../src/address/session-state.js';
import { writeAddress } from '../../src/address/write-address.js';
import type { Session } from '../../src/session/session.js';
import { shown, start } from '../session/harness.js';

const open = (session: Session, link: string, options = {}) =>
  openState(session, readAddress({ hash: `#${link}` }).state, options);
const linkOf = (session: Session): string => writeAddress(stateOf(session)).text;

describe('a session and its link', () => {
  it('has no link as it begins', async () => {
    const session = start();
    await shown(session);
    expect(linkOf(session)).toBe('');
  });

  it('comes back with its layer, its numbers, its step and its pinned cell', async () => {
    const session = start();
    await shown(session);
    session.setVariant('dilated');
    session.setKernel('sobel-x');
    await shown(session);
    edit(session, { stage: 0, tensor: 'input', index: [0, 1, 2, 0], value: 7.5 });
    edit(session, { stage: 0, tensor: 'weights', index: [0, 0, 0, 0], value: -4 });
    await shown(session);
    session.seek(20);
    session.playbackRate = 2;
    session.intend({ kind: 'pin', stage: 0, tensor: 'output', index: [0, 1, 1, 0] });
    session.intend({ kind: 'hover', stage: 0, tensor: 'input', index: [0, 0, 0, 0] });
    const link = linkOf(session);
    expect(link).toBe(
      'v=1&variant=dilated&sample=one-to-forty-nine&values=@9,7.5&weights=sobel-x:@0,-4&step=20&select=0:output:0,1,1,0&playback-rate=2',
    );
    const other = start();
    open(other, link, { first: true });
    await shown(other);
    expect(other.step).toBe(20);
    expect(linkOf(other)).toBe(link);
    expect(other.moment?.stages[0].input.data).toEqual(session.moment?.stages[0].input.data);
    expect(other.moment?.stages[0].weights.data).toEqual(session.moment?.stages[0].weights.data);
    expect(other.canUndo).toBe(false);
  });

  it('says an example by its name, and its walk where it is another one', async () => {
    const session = start();
    open(session, 'preset=tracer&step=5', { first: true });
    await shown(session);
    session.setWalk('output');
    session.seek(4);
    expect(writeAddress(stateOf(session, { preset: 'tracer' })).text).toBe(
      'v=1&preset=tracer&walk=output&step=4',
    );
  });

  it('shows the variant of a layer that cannot run, and then what is asked for', async () => {
    const session = start();
    open(session, 'variant=strided&stride=0', { first: true });
    expect(session.problems).toEqual([]);
    await shown(session);
    expect(session.moment?.plan.stages[0].output).toEqual([1, 2, 2, 1]);
    expect(session.problems.map(({ field }) => field)).toEqual(['stride']);
    expect(linkOf(session)).toBe('v=1&variant=strided&stride=0');
  });

  it('stops waiting for the picture when another link comes', async () => {
    const session = start();
    const cancel = open(session, 'variant=strided&stride=0', { first: true });
    cancel();
    open(session, 'variant=dilated');
    await shown(session);
    expect([session.layer.variant, session.problems.length]).toEqual(['dilated', 0]);
  });

  it('leaves the page as it is where the first link says nothing, and goes back to that later', async () => {
    const session = start();
    session.setVariant('transposed');
    const ground = session.document;
    open(session, 'step=9', { ground, first: true });
    await shown(session);
    expect([session.layer.variant, session.step]).toEqual(['transposed', 9]);
    open(session, 'variant=dilated', { ground });
    await shown(session);
    open(session, '', { ground });
    await shown(session);
    expect([session.layer.variant, session.step]).toEqual(['transposed', 0]);
  });
});
