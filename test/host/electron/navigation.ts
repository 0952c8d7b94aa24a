import type { EventEmitter } from 'node:events'
import type { Session } from '../chromium/session'
import type { Frames } from './frames'
import { toApp } from './origins'
import { cancellable } from './strict'

/**
 * Ask main before a page goes somewhere. Documented: will-frame-navigate comes first and for every frame, then
 * will-navigate for the main frame only; neither for loadURL; will-redirect for every server redirect; none of the
 * later ones after preventDefault.
 */
export async function guardNavigation(
  session: Session,
  contents: EventEmitter,
  frames: Frames,
  loadOwn: (url: string) => void,
): Promise<void> {
  /** How many document requests of a frame were asked for by a page, not by main; several can be under way at once. */
  const requestedByPage = new Map<string, number>()
  const count = (frameId: string, more: number) =>
    requestedByPage.set(frameId, Math.max(0, (requestedByPage.get(frameId) ?? 0) + more))

  function prevented(names: readonly string[], frameId: string, address: string): boolean {
    const frame = frames.get(frameId)
    const isMainFrame = frame === frames.main
    const url = toApp(address)
    const details = {
      url,
      isSameDocument: false,
      isMainFrame,
      frame: frame?.electron,
      initiator: frame?.electron,
    }
    return names.some((name) => {
      const event = cancellable(details)
      contents.emit(name, event, url, false, isMainFrame, 0, 0)
      return event.defaultPrevented
    })
  }

  const navigationEvents = (frameId: string) =>
    frames.get(frameId) === frames.main ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate']

  session.on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
    if (disposition !== 'currentTab') return
    if (/^https?:/.test(url)) return void count(frameId, 1)
    // An empty frame is no navigation; what Chromium cannot load by itself never becomes a request to hold back.
    if (url.startsWith('about:') || url.startsWith('javascript:')) return
    if (prevented(navigationEvents(frameId), frameId, url)) session.tell('Page.stopLoading')
    else loadOwn(url)
  })

  session.on('Fetch.requestPaused', ({ requestId, frameId, request, redirectedRequestId }) => {
    const byPage = (requestedByPage.get(frameId) ?? 0) > 0
    const names = redirectedRequestId ? ['will-redirect'] : byPage ? navigationEvents(frameId) : []
    if (prevented(names, frameId, request.url)) {
      count(frameId, -1)
      session.tell('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    } else session.tell('Fetch.continueRequest', { requestId })
  })
  session.on('Page.frameNavigated', ({ frame }) => requestedByPage.delete(frame.id))
  await session.send('Fetch.enable', {
    patterns: [{ urlPattern: '*', resourceType: 'Document', requestStage: 'Request' }],
  })
}
