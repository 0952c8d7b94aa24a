import { decode, encode, type Encoded } from './clone'
import type { PageSettings } from './settings'

/** Messages from the page to the host. */
export type Upward =
  | { kind: 'invoke'; id: number; channel: string; args: Encoded['text']; blobs: string[] }
  | { kind: 'send'; channel: string; args: Encoded['text']; blobs: string[] }
  | { kind: 'ask'; id: number; question: string; permission: string }
  | { kind: 'key'; key: string; code: string; ctrl: boolean; shift: boolean; alt: boolean; meta: boolean }
  | { kind: 'preload-failed'; path: string; message: string; stack: string }

/** Messages from the host to the page. */
export type Downward =
  | { kind: 'result'; id: number; value: Encoded['text']; blobs: string[] }
  | { kind: 'failure'; id: number; message: string }
  | { kind: 'event'; channel: string; args: Encoded['text']; blobs: string[] }

export const blobPath = '/.stand-in/blob/'

/** The page's end of the line to the host. Small things travel by binding, large bytes over HTTP, in the order of sending. */
export function openPost(settings: PageSettings) {
  const bound = Reflect.get(globalThis, settings.binding) as (text: string) => void
  const fetchNow = fetch.bind(globalThis)
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (reason: Error) => void }>()
  let events = (_channel: string, _args: unknown[]): void => undefined
  let nextId = 1
  let outgoing: Promise<void> | null = null
  let incoming: Promise<void> = Promise.resolve()
  const blobUrl = (id: string) => new URL(blobPath + id, location.origin)
  const headers = { 'x-stand-in-token': settings.token }

  const post = (message: Upward) => bound(JSON.stringify(message))

  async function upload(blobs: Uint8Array[]): Promise<string[]> {
    return Promise.all(
      blobs.map(async (blob) => {
        const id = crypto.randomUUID()
        const answer = await fetchNow(blobUrl(id), {
          method: 'PUT',
          headers,
          body: new Blob([blob as BlobPart]),
        })
        if (!answer.ok) throw new Error(`bytes were not taken: ${answer.status}`)
        return id
      }),
    )
  }

  /** Copy now, as Electron does, send when everything before has been sent. */
  function postCloned(
    args: unknown[],
    message: (content: { args: string; blobs: string[] }) => Upward,
  ): void {
    const { text, blobs } = encode(structuredClone(args))
    if (blobs.length === 0 && outgoing === null) return post(message({ args: text, blobs: [] }))
    const mine: Promise<void> = (outgoing ?? Promise.resolve()).then(async () => {
      post(message({ args: text, blobs: await upload(blobs) }))
      if (outgoing === mine) outgoing = null
    })
    outgoing = mine
  }

  async function download({ text, blobs }: { text: string; blobs: string[] }): Promise<unknown> {
    const bytes = blobs.map(
      async (id) => new Uint8Array(await (await fetchNow(blobUrl(id), { headers })).arrayBuffer()),
    )
    return decode({ text, blobs: await Promise.all(bytes) })
  }

  async function take(message: Downward): Promise<void> {
    if (message.kind === 'event') {
      return events(
        message.channel,
        (await download({ text: message.args, blobs: message.blobs })) as unknown[],
      )
    }
    const caller = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'failure') return caller?.reject(new Error(message.message))
    caller?.resolve((await download({ text: message.value, blobs: message.blobs })) as never)
  }

  // The host calls this in the preload's world; the page cannot see it.
  Reflect.set(globalThis, 'standInDeliver', (text: string) => {
    const message = JSON.parse(text) as Downward
    incoming = incoming.then(() => take(message))
  })

  function request<T>(send: (id: number) => void): Promise<T> {
    const id = nextId++
    return new Promise<T>((resolve, reject) => {
      // First: arguments that cannot be cloned reject the promise and leave nothing behind.
      send(id)
      waiting.set(id, { resolve, reject })
    })
  }

  return {
    invoke: (channel: string, args: unknown[]) =>
      request<unknown>((id) => postCloned(args, (content) => ({ kind: 'invoke', id, channel, ...content }))),
    send: (channel: string, args: unknown[]) =>
      postCloned(args, (content) => ({ kind: 'send', channel, ...content })),
    ask: (question: string, permission: string) =>
      request<void>((id) => post({ kind: 'ask', id, question, permission })),
    key: (pressed: Omit<Extract<Upward, { kind: 'key' }>, 'kind'>) => post({ kind: 'key', ...pressed }),
    preloadFailed: (path: string, error: unknown) =>
      post({
        kind: 'preload-failed',
        path,
        message: error instanceof Error ? error.message : String(error),
        stack: error instanceof Error ? (error.stack ?? '') : '',
      }),
    onEvent: (listener: (channel: string, args: unknown[]) => void) => void (events = listener),
  }
}

export type Post = ReturnType<typeof openPost>
