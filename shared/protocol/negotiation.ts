import { PROTOCOL_VERSION, type Capabilities } from './api'
import { dependencies, filingMessage } from './dependencies'
import { keyedMessages } from './keys'

/** The versions this client speaks. */
export const spoken: Capabilities['protocol'] = { min: 1, max: PROTOCOL_VERSION }

/** The version of each customs message that we write. */
export const MESSAGE_VERSION = '1.0'

/** What two sides have in common: the newest version both speak; else which of them is behind. */
export function agree(
  theirs: Capabilities['protocol'],
  ours: Capabilities['protocol'] = spoken,
): { version: number } | { behind: 'client' | 'service' } {
  const version = Math.min(theirs.max, ours.max)
  if (version >= Math.max(theirs.min, ours.min)) return { version }
  return { behind: theirs.min > ours.max ? 'client' : 'service' }
}

/** Everything that can stand in an outbox. */
const sendable = [...new Set([...keyedMessages, ...Object.keys(dependencies), filingMessage('enterprise')])]

/** Which of our messages a service does not take: other versions only, or not at all. */
export function untakenBy({ messages, functions }: Capabilities): string[] {
  const taken = new Set(messages.filter(({ version }) => version === MESSAGE_VERSION).map(({ type }) => type))
  return sendable.filter((message) =>
    message.startsWith('CEB') ? messages.length > 0 && !taken.has(message) : !functions.includes('filings'),
  )
}
