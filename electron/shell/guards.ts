import type { App, Session, WebContents } from 'electron'
import { isOwnUrl } from './origin'

/** Permissions a page of ours may use; everything else is denied without asking. */
const allowedPermissions = new Set(['clipboard-sanitized-write'])

/** May this contents' page go there? Only to our own pages; every frame below the main one stays empty. */
export function mayNavigate(url: string, isMainFrame: boolean): boolean {
  return isMainFrame && isOwnUrl(url)
}

/** May a page at this URL have this permission? */
export function mayUse(permission: string, requestingUrl: string): boolean {
  return allowedPermissions.has(permission) && isOwnUrl(requestingUrl)
}

function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url, true)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Guard every web contents that is ever created, before it loads anything. */
export function guardAllContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
}

export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(mayUse(permission, details.requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    mayUse(permission, requestingOrigin),
  )
  session.setDevicePermissionHandler(() => false)
}
