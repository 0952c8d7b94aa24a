import { encodeMessage } from '#shared/ceb/encode'
import type { MessageType, Values } from '#shared/ceb/message'

let serial = 0
const guid = () => `00000000-0000-4000-8000-${String((serial += 1)).padStart(12, '0')}`

/** One message of one document, as somebody else sends it; its guids are its own. */
export const messageText = (type: MessageType, head: Values, lines?: Values[]): string =>
  encodeMessage({
    type,
    guid: guid(),
    version: '1.0',
    documents: [{ head: { guid: guid(), ...head }, ...(lines && { lines }) }],
  })

/** The same in a file of its own. */
export const messageFile = (type: MessageType, head: Values, lines?: Values[]): File =>
  new File([messageText(type, head, lines)], `${type}.xml`)
