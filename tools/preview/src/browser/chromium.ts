import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** The names under which Chromium and Chrome are installed. */
const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The installed Chromium: the one that `CHROME_PATH` names, else the first on the path. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env['CHROME_PATH'];
  if (named !== undefined) return named;
  const folders = (env['PATH'] ?? '').split(delimiter);
  return PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program))).find(
    (path) => existsSync(path),
  );
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly sessionId?: string;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

type Parameters = Readonly<Record<string, unknown>>;
type Listener = (params: Parameters) => void;

/** A Chromium without a window, spoken to over a pipe: it opens no port. */
export class Chromium {
  private next = 0;
  private rest = '';
  private readonly waiting = new Map<number, (message: Message) => void>();
  private readonly listeners = new Map<string, Listener>();

  private constructor(
    private readonly child: ChildProcess,
    private readonly profile: string,
  ) {
    const output = child.stdio[4] as Readable;
    output.setEncoding('utf8').on('data', (text: string) => {
      this.receive(text);
    });
    child.on('exit', () => {
      this.failAll('Chromium ended');
    });
  }

  /** Starts the Chromium at a path. */
  static launch(path: string): Chromium {
    const profile = mkdtempSync(join(tmpdir(), 'g6-chromium-'));
    const flags = [
      '--headless=new',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-sync',
      '--hide-scrollbars',
      // The same pixels on every run: tiles are drawn as a whole, and by the same code everywhere.
      '--disable-partial-raster',
      '--disable-skia-runtime-opts',
      '--disable-lcd-text',
      '--mute-audio',
      '--no-first-run',
      '--font-render-hinting=none',
      '--force-color-profile=srgb',
      // Chromium refuses its sandbox to root, which builds in containers often are.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ];
    const child = spawn(path, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    child.on('error', () => undefined);
    return new Chromium(child, profile);
  }

  /** Opens a page of a size in pixels. */
  async open(width: number, height: number): Promise<ChromiumPage> {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const attached = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new ChromiumPage(this, attached['sessionId'] as string);
    await page.send('Page.enable');
    await page.send('Runtime.enable');
    await page.resize(width, height);
    return page;
  }

  /** Sends a command of the DevTools protocol. */
  send(method: string, params: Parameters = {}, sessionId?: string): Promise<Parameters> {
    const id = (this.next += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ({ result, error }) => {
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result ?? {});
      });
      const message = { id, method, params, ...(sessionId === undefined ? {} : { sessionId }) };
      (this.child.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    });
  }

  /** Listens to an event of a page. */
  on(sessionId: string, method: string, listener: Listener): void {
    this.listeners.set(`${sessionId} ${method}`, listener);
  }

  /** Ends the browser and removes what it kept. */
  async close(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = new Promise((resolve) => this.child.once('exit', resolve));
      const killing = setTimeout(() => this.child.kill('SIGKILL'), 3000);
      // Asked to close, it also ends the processes that it started, which write to the profile.
      this.send('Browser.close').catch(() => undefined);
      await ended;
      clearTimeout(killing);
    }
    try {
      rmSync(this.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    } catch {
      // A leftover in the folder for temporary files is no reason to fail.
    }
  }

  private receive(text: string): void {
    const parts = (this.rest + text).split('\0');
    this.rest = parts.pop() ?? '';
    for (const part of parts) {
      const message = JSON.parse(part) as Message;
      if (message.id === undefined) {
        const { sessionId = '', method = '', params = {} } = message;
        this.listeners.get(`${sessionId} ${method}`)?.(params);
        continue;
      }
      this.waiting.get(message.id)?.(message);
      this.waiting.delete(message.id);
    }
  }

  private failAll(message: string): void {
    for (const settle of this.waiting.values()) settle({ error: { message } });
    this.waiting.clear();
  }
}

/** The left button of the mouse, held. */
const LEFT_BUTTON = { button: 'left', buttons: 1, clickCount: 1 };

/** A part of a page, in pixels. */
export interface ScreenPart {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A page in a Chromium. */
export class ChromiumPage {
  constructor(
    private readonly browser: Chromium,
    private readonly sessionId: string,
  ) {}

  /** Sends a command of the DevTools protocol to the page. */
  send(method: string, params: Parameters = {}): Promise<Parameters> {
    return this.browser.send(method, params, this.sessionId);
  }

  /** Listens to an event of the page. */
  on(method: string, listener: Listener): void {
    this.browser.on(this.sessionId, method, listener);
  }

  /** Sets the size of the page in pixels. */
  async resize(width: number, height: number, scale = 1): Promise<void> {
    const metrics = { width, height, deviceScaleFactor: scale, mobile: false };
    await this.send('Emulation.setDeviceMetricsOverride', metrics);
  }

  /** Goes to a URL. */
  async go(url: string): Promise<void> {
    await this.send('Page.navigate', { url });
  }

  /** Evaluates an expression in the page, and waits for its promise. */
  async evaluate<Result>(expression: string): Promise<Result> {
    const { result, exceptionDetails } = (await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })) as {
      result: { value: Result };
      exceptionDetails?: { exception?: { description?: string } };
    };
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'it failed');
    return result.value;
  }

  /** Waits until an expression is true in the page. */
  async until(expression: string, patience = 30_000): Promise<void> {
    const end = Date.now() + patience;
    // The page may be on its way to another document, whose script is then the one to ask.
    while (!(await this.evaluate(`Boolean(${expression})`).catch(() => false))) {
      if (Date.now() > end) throw new Error(`never true in the page: ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** A PNG of the page, or of a part of it. */
  async screenshot(part?: ScreenPart): Promise<Buffer> {
    const clip = part ? { clip: { ...part, scale: 1 } } : {};
    const { data } = await this.send('Page.captureScreenshot', { format: 'png', ...clip });
    return Buffer.from(data as string, 'base64');
  }

  /** Presses a key. */
  async press(key: string, text = key.length === 1 ? key : ''): Promise<void> {
    const codes: Readonly<Record<string, number>> = {
      Enter: 13,
      Escape: 27,
      ArrowDown: 40,
      Tab: 9,
    };
    const event = {
      key,
      text: key === 'Enter' ? '\r' : text,
      windowsVirtualKeyCode: codes[key] ?? 0,
    };
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }

  /** Moves the mouse, presses and releases it. */
  async drag(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
    const mouse = (type: string, [x, y]: readonly [number, number]) =>
      this.send('Input.dispatchMouseEvent', { type, x, y, ...LEFT_BUTTON });
    await this.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: from[0], y: from[1] });
    await mouse('mousePressed', from);
    for (let step = 1; step <= 5; step += 1) {
      const along = (a: number, b: number) => a + ((b - a) * step) / 5;
      await mouse('mouseMoved', [along(from[0], to[0]), along(from[1], to[1])]);
      // Charts follow the mouse from frame to frame.
      await this.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
    }
    await mouse('mouseReleased', to);
  }
}
