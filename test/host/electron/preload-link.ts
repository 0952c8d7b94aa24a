import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Session } from '../chromium/session'
import { decode, encode } from '../page/clone'
import type { Downward, Upward } from '../page/post'
import { configuration } from '../process/configuration'
import { blobToken, putBlob, takeBlob } from './blobs'
import type { Frames } from './frames'
import type { StandInFrame } from './web-frame-main'

type Reactions = {
  invoke(frame: StandInFrame, channel: string, args: unknown[]): Promise<unknown>
  send(frame: StandInFrame, channel: string, args: unknown[]): void
  ask(question: string, permission: string): Promise<void>
  key(pressed: Extract<Upward, { kind: 'key' }>): void
  preloadFailed(path: string, error: Error): void
}

const world = 'stand-in preload'

/** The line to the preload of one page: an isolated world of the main frame, as context isolation has it. */
export class PreloadLink {
  private context: number | undefined
  private readonly binding = `post${randomBytes(8).toString('hex')}`

  constructor(
    private readonly session: Session,
    private readonly frames: Frames,
    private readonly reactions: Reactions,
  ) {}

  async install(preload: string | undefined): Promise<void> {
    const { session, binding } = this
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = context.auxData as { frameId?: string }
      if (context.name === world && frameId === this.frames.main.chromiumId) this.context = context.id
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.context) this.context = undefined
    })
    session.on('Runtime.executionContextsCleared', () => (this.context = undefined))
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      // Only the preload's world of the main frame knows the binding; a page that went away is not answered.
      if (name === binding && executionContextId === this.context) {
        void this.receive(JSON.parse(payload) as Upward, executionContextId)
      }
    })
    await session.send('Runtime.addBinding', { name: binding, executionContextName: world })
    const wire = `wire${randomBytes(12).toString('hex')}`
    const { pageScripts } = configuration
    const common = `wire: ${JSON.stringify(wire)}`
    await inject(session, `{ ${common} }`, readFileSync(pageScripts.page, 'utf8'))
    const script = preload ? JSON.stringify(preload) : ''
    const settings = `{ ${common}, binding: ${JSON.stringify(binding)}, token: ${JSON.stringify(blobToken)},
      platform: ${JSON.stringify(process.platform)}, contextIsolated: true, preload: ${
        preload
          ? `{ path: ${script}, run(require, module, exports, process) {\n${readFileSync(preload, 'utf8')}\n} }`
          : 'null'
      } }`
    await inject(session, settings, readFileSync(pageScripts.preload, 'utf8'), world)
  }

  /** Messages to a page that has no preload running are lost, as in Electron. */
  sendEvent(channel: string, args: unknown[]): void {
    const { text, blobs } = encode(structuredClone(args))
    this.deliver(this.context, { kind: 'event', channel, args: text, blobs: blobs.map(putBlob) })
  }

  /** Run code in the preload's world, unseen by the page. */
  async evaluate(functionDeclaration: string, ...args: unknown[]): Promise<void> {
    if (this.context === undefined) return
    await this.session.send('Runtime.callFunctionOn', {
      executionContextId: this.context,
      functionDeclaration,
      arguments: args.map((value) => ({ value })),
    })
  }

  private async receive(message: Upward, context: number): Promise<void> {
    const { reactions } = this
    const frame = this.frames.main
    switch (message.kind) {
      case 'invoke':
        return this.answer(message.id, context, `invoking remote method '${message.channel}'`, () =>
          reactions.invoke(frame, message.channel, argumentsOf(message)),
        )
      case 'send':
        return reactions.send(frame, message.channel, argumentsOf(message))
      case 'ask':
        return this.answer(message.id, context, 'asking for a permission', () =>
          reactions.ask(message.question, message.permission),
        )
      case 'key':
        return reactions.key(message)
      case 'preload-failed': {
        const error = new Error(message.message)
        error.stack = message.stack
        return reactions.preloadFailed(message.path, error)
      }
    }
  }

  private async answer(
    id: number,
    context: number,
    doing: string,
    work: () => Promise<unknown>,
  ): Promise<void> {
    let message: Downward
    try {
      const { text, blobs } = encode(structuredClone(await work()))
      message = { kind: 'result', id, value: text, blobs: blobs.map(putBlob) }
    } catch (error) {
      message = { kind: 'failure', id, message: `Error ${doing}: ${String(error)}` }
    }
    if (context === this.context) this.deliver(context, message)
  }

  private deliver(context: number | undefined, message: Downward): void {
    if (context === undefined) return
    this.session.tell('Runtime.callFunctionOn', {
      executionContextId: context,
      functionDeclaration: 'function (text) { standInDeliver(text) }',
      arguments: [{ value: JSON.stringify(message) }],
    })
  }
}

function argumentsOf({ args, blobs }: { args: string; blobs: string[] }): unknown[] {
  return decode({ text: args, blobs: blobs.map(takeBlob) }) as unknown[]
}

async function inject(session: Session, settings: string, script: string, worldName?: string): Promise<void> {
  // Preloads run in the main frame only, unless nodeIntegrationInSubFrames asks otherwise.
  const source = `if (window === top) { globalThis.standInSettings = ${settings};\n${script}\n}`
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source, ...(worldName ? { worldName } : {}) })
}
