import { commands } from 'vitest/browser'
import type { DeskLink, ExchangeLink } from '../../renderer/data/port'

declare module 'vitest/browser' {
  interface BrowserCommands {
    askMain(id: string, channel: string, args: string): Promise<string>
  }
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

/** The exchange channels of a real main in the test's Node process, with a practice service behind them. */
export type TestMain = {
  link: ExchangeLink
  /** Names of the calls made, in their order. */
  calls: string[]
  line(on: boolean): Promise<void>
  /** Let this time pass at the single window. */
  pass(seconds: number): Promise<void>
  loseNextAnswer(): Promise<void>
  stop(): Promise<void>
  /** The desk channels under an account, as the window lends them. */
  desks(account: string): DeskLink
}

/** @param pace how long customs takes: 0 is at once, 1 the practice default */
export async function startTestMain(pace = 0): Promise<TestMain> {
  const id = crypto.randomUUID()
  const ask = async (channel: string, ...args: unknown[]) =>
    JSON.parse(await commands.askMain(id, channel, JSON.stringify(args))) as never
  await ask('pace', pace)
  await ask('line', true)
  const calls: string[] = []
  const call = (channel: string, ...args: unknown[]) => {
    calls.push(channel)
    return ask(channel, ...args)
  }
  return {
    calls,
    line: (on) => ask('line', on),
    pass: (seconds) => ask('pass', seconds),
    loseNextAnswer: () => ask('loseNextAnswer'),
    stop: () => ask('stop'),
    desks: (account) => ({
      register: async (desk, code, name) => await call('registerDesk', account, desk, code, name),
      moveOut: async (desk) => await call('moveDeskOut', account, desk),
      push: async (push) => await call('putDeskRecords', account, push),
      page: async (desk, cursor, limit) => await call('deskRecords', account, desk, cursor ?? null, limit),
    }),
    link: {
      service: () => Promise.resolve('practice'),
      capabilities: async (account) => await call('capabilities', account),
      putBatch: async (put) => await call('putBatch', { ...put, bytes: base64(put.bytes) }),
      queryBatch: async (batchId, account) => await call('queryBatch', batchId, account),
      receipts: async (account, cursor, limit) => await call('receipts', account, cursor ?? null, limit),
      documents: async (account, query) => await call('documents', account, query),
      putFiling: async (filing) => await call('putFiling', filing),
      filings: async (account, cursor, limit) => await call('filings', account, cursor ?? null, limit),
      journal: async () => await call('journal'),
      async sign(manifest) {
        const text = (await call('sign', base64(manifest))) as string
        return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
      },
      unsigned: () => Promise.resolve([]),
      signMessage: (_message, xml) => Promise.resolve(xml),
    },
  }
}
