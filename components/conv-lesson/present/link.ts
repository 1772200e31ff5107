/** What the slides and the presenter's window tell each other: two windows of one page, on one device. */

/** Where the slides are; all that has to survive when one of the two windows is loaded anew. */
export interface SlideState {
  /** Step, from 0. */
  readonly index: number;
  readonly blank: boolean;
  /** The figure stands still. */
  readonly paused: boolean;
  readonly speed: number;
  /** Of each question of the step in turn: does the class see its answer? */
  readonly answered: readonly boolean[];
  /** When the class began, in milliseconds since 1970. */
  readonly begun: number;
}

/** What the slides can be told to do. */
export const commands = [
  'next',
  'previous',
  'play',
  'blank',
  'restore',
  'slower',
  'faster',
  'restart-clock',
] as const;
export type Command = (typeof commands)[number];

export type Message =
  /** The slides, whenever something changed and when they are asked. */
  | { readonly kind: 'state'; readonly state: SlideState }
  /** The slides have been loaded anew: a presenter's window that knows where they were says so. */
  | { readonly kind: 'slides-open' }
  | { readonly kind: 'resume'; readonly state: SlideState }
  /** The presenter's window wants to know where the slides are. */
  | { readonly kind: 'where' }
  | { readonly kind: 'command'; readonly command: Command };

/** The line between the windows of one lesson; silent where the browser has no BroadcastChannel, or a page may not use it. */
export class PresenterLink {
  private readonly channel: BroadcastChannel | null;

  /** @param heard told what the other window sends */
  constructor(heard: (message: Message) => void) {
    this.channel = openChannel();
    this.channel?.addEventListener('message', (event: MessageEvent<Message>) => heard(event.data));
  }

  get isOpen(): boolean {
    return this.channel !== null;
  }

  send(message: Message): void {
    this.channel?.postMessage(message);
  }

  close(): void {
    this.channel?.close();
  }
}

function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(`convscope lesson ${location.pathname}`);
  } catch {
    return null;
  }
}
