import { toApp } from './origins'
import { strict } from './strict'

/** One frame of a page; the same object as long as the frame lives, so that identity can be checked. */
export class StandInFrame implements Pick<
  Electron.WebFrameMain,
  'url' | 'origin' | 'top' | 'parent' | 'detached' | 'isDestroyed'
> {
  detached = false
  private address = 'about:blank'
  private whole: Electron.WebFrameMain | undefined

  constructor(
    readonly chromiumId: string,
    private readonly above: StandInFrame | null,
  ) {}

  get url(): string {
    return toApp(this.address)
  }
  /** Unlike the URL standard, Chromium gives a standard scheme of ours an origin. */
  get origin(): string {
    const { protocol, host } = new URL(this.url)
    return host ? `${protocol}//${host}` : 'null'
  }
  get parent(): Electron.WebFrameMain | null {
    return this.above?.electron ?? null
  }
  get top(): Electron.WebFrameMain | null {
    return this.above ? this.above.top : this.electron
  }
  isDestroyed(): boolean {
    return this.detached
  }

  moveTo(url: string): void {
    this.address = url
  }
  get electron(): Electron.WebFrameMain {
    return (this.whole ??= strict<Electron.WebFrameMain>('WebFrameMain', this))
  }
}
