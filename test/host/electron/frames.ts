import type { Session } from '../chromium/session'
import { StandInFrame } from './web-frame-main'

/** The frames of one page, kept in step with Chromium's. */
export class Frames {
  private readonly byId = new Map<string, StandInFrame>()
  main = new StandInFrame('', null)

  async follow(session: Session): Promise<void> {
    const { frameTree } = await session.send('Page.getFrameTree')
    this.main = new StandInFrame(frameTree.frame.id, null)
    this.byId.set(frameTree.frame.id, this.main)
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      this.byId.set(frameId, new StandInFrame(frameId, this.byId.get(parentFrameId) ?? this.main))
    })
    session.on('Page.frameNavigated', ({ frame }) =>
      this.byId.get(frame.id)?.moveTo(frame.url + (frame.urlFragment ?? '')),
    )
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => this.byId.get(frameId)?.moveTo(url))
    session.on('Page.frameDetached', ({ frameId, reason }) => {
      const frame = this.byId.get(frameId)
      if (!frame || reason === 'swap') return
      frame.detached = true
      this.byId.delete(frameId)
    })
  }

  get(id: string): StandInFrame | undefined {
    return this.byId.get(id)
  }
}
