import { describe, expect, it } from 'vitest';
import { GpuLostError } from '../../src/gpu/errors.js';
import { FrameLoop } from '../../src/gpu/frame-loop.js';
import { FakeEnvironment } from './fake-environment.js';

function setUp() {
  const environment = new FakeEnvironment();
  return { environment, loop: new FrameLoop(environment) };
}

/** Draws `moves` times and then stands still. */
function figure(moves = 1) {
  return {
    visible: true,
    drawn: 0,
    draw() {
      this.drawn += 1;
      return this.drawn < moves;
    },
  };
}

describe('the frame loop', () => {
  it('asks for no frame while nothing is dirty', () => {
    const { environment, loop } = setUp();
    expect(environment.framesAsked).toBe(0);
    const still = figure();
    loop.request(still);
    environment.frame();
    expect(environment.framesAsked).toBe(1);
    environment.frame();
    expect(loop.frames).toBe(1);
    expect(still.drawn).toBe(1);
  });

  it('draws every dirty figure once in one shared frame', () => {
    const { environment, loop } = setUp();
    const figures = Array.from({ length: 30 }, () => figure());
    for (const one of [...figures, ...figures]) loop.request(one);
    environment.frame();
    expect(environment.framesAsked).toBe(1);
    expect(figures.every((one) => one.drawn === 1)).toBe(true);
  });

  it('goes on as long as a figure moves', () => {
    const { environment, loop } = setUp();
    const moving = figure(3);
    loop.request(moving);
    for (let frame = 0; frame < 10; frame++) environment.frame(frame * 16);
    expect(moving.drawn).toBe(3);
    expect(loop.frames).toBe(3);
  });

  it('keeps an invisible figure dirty without running, and draws it when told that it became visible', () => {
    const { environment, loop } = setUp();
    const hidden = figure();
    hidden.visible = false;
    loop.request(hidden);
    environment.frame();
    expect(loop.frames).toBe(0);
    hidden.visible = true;
    loop.becameVisible(hidden);
    environment.frame();
    expect(hidden.drawn).toBe(1);
  });

  it('does not draw a clean figure that becomes visible', () => {
    const { environment, loop } = setUp();
    loop.becameVisible(figure());
    expect(environment.framesAsked).toBe(0);
  });

  it('draws nothing in a hidden document and catches up when it is shown', () => {
    const { environment, loop } = setUp();
    const one = figure();
    environment.setHidden(true);
    loop.request(one);
    expect(environment.framesAsked).toBe(0);
    environment.setHidden(false);
    environment.frame();
    expect(one.drawn).toBe(1);
  });

  it('skips a frame that fires after the document was hidden', () => {
    const { environment, loop } = setUp();
    const one = figure();
    loop.request(one);
    environment.setHidden(true);
    environment.frame();
    expect(one.drawn).toBe(0);
    environment.setHidden(false);
    environment.frame();
    expect(one.drawn).toBe(1);
  });

  it('reports a figure that throws and still draws the others', () => {
    const { environment, loop } = setUp();
    const fault = new Error('no luck');
    const broken = {
      visible: true,
      draw(): boolean {
        throw fault;
      },
    };
    const healthy = figure();
    loop.request(broken);
    loop.request(healthy);
    environment.frame();
    environment.frame();
    expect(environment.reported).toEqual([fault]);
    expect(healthy.drawn).toBe(1);
    expect(loop.frames).toBe(1);
  });

  it('takes a lost context for no fault of the figure', () => {
    const { environment, loop } = setUp();
    loop.request({
      visible: true,
      draw(): boolean {
        throw new GpuLostError();
      },
    });
    environment.frame();
    expect(environment.reported).toEqual([]);
  });

  it('forgets a figure, even one that leaves while it is being drawn', () => {
    const { environment, loop } = setUp();
    const leaving = {
      visible: true,
      drawn: 0,
      draw() {
        this.drawn += 1;
        loop.forget(this);
        return true;
      },
    };
    const gone = figure();
    loop.request(leaving);
    loop.request(gone);
    loop.forget(gone);
    environment.frame();
    environment.frame();
    expect(leaving.drawn).toBe(1);
    expect(gone.drawn).toBe(0);
  });
});
