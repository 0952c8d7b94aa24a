import type { Connection, Message } from './connection'

export type Guest = { send(message: object): void; close(): void }

/**
 * Let a second client (Playwright in the test's process) speak on the same pipe. It gets a browser session of its
 * own; its numbers are translated, and it sees the events of its own sessions only.
 */
export async function admitGuest(connection: Connection, deliver: (message: object) => void): Promise<Guest> {
  const { sessionId: own } = await connection.browser.send('Target.attachToBrowserTarget')
  const sessions = new Set([own])
  const stop = connection.tap((message) => {
    if (!message.sessionId || !sessions.has(message.sessionId)) return false
    if (message.method === 'Target.attachedToTarget') sessions.add(message.params!.sessionId!)
    deliver(outward(message))
    return true
  })
  const outward = (message: Message) => ({
    ...message,
    sessionId: message.sessionId === own ? undefined : message.sessionId,
  })
  return {
    send(raw) {
      const { id, sessionId, ...message } = raw as Message
      connection.write({ ...message, sessionId: sessionId ?? own }, (answer) => {
        const result = (answer.result ?? answer.error) ? answer : { error: { message: 'Chromium is gone' } }
        deliver({ ...outward(result), id, sessionId })
      })
    },
    close() {
      stop()
      connection.browser.tell('Target.detachFromTarget', { sessionId: own })
    },
  }
}
