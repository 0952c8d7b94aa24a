import path from 'node:path'
import { z } from 'zod'
import { noService, ProxySettings, serviceOrigin, ServiceSettings } from '#shared/network/settings'
import { Refusal } from '../shell/refusal'
import { readJson, writeAtomic } from '../atomic-file'
import { createSerial } from './serial'

const Stored = z.object({
  version: z.literal(1),
  proxy: ProxySettings,
  books: z.record(z.string(), z.object({ service: ServiceSettings, issuer: z.string().optional() })),
})
type Stored = z.infer<typeof Stored>

const notAnAddress = {
  zh: '服务地址应为 https://主机[:端口]，不带路径；http 只允许本机。没有保存。',
  en: 'A service address is https://host[:port] without a path; http is for this machine only. Nothing was saved.',
}

/** The way to the network of this machine and to the single window of each book, in one small file. Nothing secret in it. */
export function createNetworkSettings(directory: string, changed: (all: Stored) => Promise<void> | void) {
  const file = path.join(directory, 'network.json')
  const serial = createSerial()

  async function read(): Promise<Stored> {
    const stored = await readJson(file)
    return stored === undefined ? { version: 1, proxy: { mode: 'system' }, books: {} } : Stored.parse(stored)
  }
  const change = (edit: (all: Stored) => Stored) =>
    serial(async () => {
      const next = edit(await read())
      await writeAtomic(file, JSON.stringify(next, null, 1))
      await changed(next)
    })

  return {
    /** Put what is stored into force; once at start. */
    apply: () => serial(async () => changed(await read())),
    proxy: () => serial(async () => (await read()).proxy),
    serviceOf: (bookId: string): Promise<ServiceSettings> =>
      serial(async () => (await read()).books[bookId]?.service ?? noService),
    /** Who issued the certificate of the book's service when it was last reached and believed. */
    issuerOf: (bookId: string) => serial(async () => (await read()).books[bookId]?.issuer),

    setProxy: (proxy: ProxySettings) => change((all) => ({ ...all, proxy })),
    async setService(bookId: string, wanted: ServiceSettings): Promise<void> {
      const url = wanted.url === null ? null : serviceOrigin(wanted.url)
      if (url === undefined) throw new Refusal('service-address', notAnAddress)
      await change((all) => ({ ...all, books: { ...all.books, [bookId]: { service: { ...wanted, url } } } }))
    },
    rememberIssuer: (bookId: string, issuer: string) =>
      change((all) => ({
        ...all,
        books: { ...all.books, [bookId]: { service: noService, ...all.books[bookId], issuer } },
      })),
  }
}

export type NetworkSettings = ReturnType<typeof createNetworkSettings>
export type StoredNetwork = Stored
