import type { Codec } from '#shared/protocol/engine/ports'

/** The simulator is about delivery, not XML: messages travel as JSON. */
export const codec: Codec = {
  encode: (message) => JSON.stringify(message),
  decode: (text) => JSON.parse(text) as ReturnType<Codec['decode']>,
}
