import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { BrowserWindow } from 'electron'
import { z } from 'zod'
import type { FolderSettings } from '#shared/ipc/folder'
import type { BookKind } from '#shared/model/enterprise'
import type { Text } from '#shared/model/text'
import type { Handle } from '../shell/ipc'
import { Refusal } from '../shell/refusal'
import { folderTransport } from '../single-window/folder'
import {
  defaultLayout,
  FolderLayout,
  foldersOf,
  layoutBasis,
  otherForm,
} from '../single-window/folder-layout'
import { FolderMemory } from '../single-window/folder-memory'
import { adoptableForms, folderDifferences, readClientSettings } from '../single-window/folder-settings'
import type { ClientForm } from '../single-window/folder-settings'
import { folderFailed, leftByNobody, nothingBack } from '../single-window/folder-words'
import type { HttpTransport } from '../single-window/http'
import { readJson, writeAtomic } from '../atomic-file'
import type { SendJournal } from './exchange'
import { createSerial } from './serial'

const Business = z.object({ root: z.string(), layout: FolderLayout })
type Business = z.infer<typeof Business>

/** `second`: the business of the other direction, in folders of its own. */
const Stored = z.object({
  version: z.literal(1),
  books: z.record(z.string(), Business.extend({ second: Business.optional() })),
})
type Stored = z.infer<typeof Stored>

export type FolderBridgeDependencies = {
  kindOf(bookId: string): Promise<BookKind>
  /** The system's dialog for a folder. */
  choose(window: BrowserWindow): Promise<string | undefined>
  journal: Pick<SendJournal, 'append'>
  now(): number
  /** Where the import client may keep its own settings. */
  clientSettings: readonly string[]
}

/** A client that has not fetched a message for this long does not run. */
const IDLE_MINUTES = 10
/** First receipts come within minutes; after this long without any the job for them is off. */
const SILENT_HOURS = 2

const onlyReal: Text = {
  zh: '演练账套不能使用导入客户端：它会把报文真的发往单一窗口。没有保存。',
  en: 'A practice book cannot use the import client, which hands in for real. Nothing was saved.',
}
const badLayout: Text = {
  zh: '文件夹名称只能在所选文件夹之内，不能含 .. 或绝对路径。没有保存。',
  en: 'Folder names stay below the chosen folder, without .. or absolute paths. Nothing was saved.',
}

const shared: Text = {
  zh: '进口业务和出口业务的文件夹不能相同：报文会被另一项业务取走。没有保存；请为两项业务各选一个文件夹。',
  en: 'The business of import and that of export cannot have the same folders: each would take the messages of the other. Nothing was saved; choose a folder for each.',
}

const noOffer: Text = {
  zh: '导入客户端的设置里没有这项业务，或它的四个文件夹不在同一个文件夹之下。没有保存；请用「选择文件夹…」并逐项填写。',
  en: 'The settings of the import client have no such business, or its four folders do not lie below one folder. Nothing was saved; choose the folder and write the names.',
}

/** Exchange of 正式 books through the folders of the 导入客户端 on this machine. */
export function createFolderBridge(directory: string, deps: FolderBridgeDependencies) {
  const { kindOf, choose, journal, now, clientSettings } = deps
  const file = path.join(directory, 'folders.json')
  const serial = createSerial()
  const memories = new Map<string, Promise<FolderMemory>>()
  const transports = new Map<string, { key: string; transport: HttpTransport }>()

  const read = async (): Promise<Stored> => Stored.parse((await readJson(file)) ?? { version: 1, books: {} })
  const bookOf = (bookId: string) => serial(async () => (await read()).books[bookId])
  const change = (edit: (books: Stored['books']) => Stored['books']) =>
    serial(async () => {
      const stored = await read()
      await writeAtomic(file, JSON.stringify({ ...stored, books: edit(stored.books) }, null, 1))
    })

  function memoryOf(bookId: string): Promise<FolderMemory> {
    const known = memories.get(bookId)
    if (known) return known
    const opening = mkdir(directory, { recursive: true }).then(() =>
      FolderMemory.open(path.join(directory, `${bookId}.seen`)),
    )
    memories.set(bookId, opening)
    // A disk that is full now may have room later.
    opening.catch(() => memories.delete(bookId))
    return opening
  }

  /** The transport of a 正式 book that exchanges through folders; undefined for every other. */
  async function transportOf(bookId: string): Promise<HttpTransport | undefined> {
    if ((await kindOf(bookId)) !== 'real') return undefined
    const book = await bookOf(bookId)
    if (!book) return undefined
    const key = JSON.stringify(book)
    const known = transports.get(bookId)
    if (known?.key === key) return known.transport
    const { second } = book
    const transport = folderTransport({
      ...businessOf(book),
      ...(second && { second: businessOf(second) }),
      memory: await memoryOf(bookId),
      now,
      journal: (entry) => journal.append(bookId, entry),
    })
    transports.set(bookId, { key, transport })
    return transport
  }

  async function settings(bookId: string): Promise<FolderSettings> {
    const available = (await kindOf(bookId)) === 'real'
    const book = available ? await bookOf(bookId) : undefined
    const layout = book?.layout ?? defaultLayout
    const theirs = available ? await clientForms(clientSettings) : []
    const businesses = book ? [book, ...(book.second ? [book.second] : [])] : []
    const states = await Promise.all(businesses.map((one) => look(one.root, one.layout, now())))
    const apart =
      theirs.length > 0
        ? businesses.flatMap((one) =>
            folderDifferences(one.layout.form, foldersOf(one.root, one.layout), theirs),
          )
        : []
    const problems = [...states.flatMap((state) => state.problems), ...apart]
    const offers = adoptableForms(theirs).map(({ form, root, layout: their }) => ({
      form,
      shownRoot: root,
      layout: their,
      adopted: businesses.some(
        (one) => one.root === root && JSON.stringify(one.layout) === JSON.stringify(their),
      ),
    }))
    return {
      available,
      shownRoot: book?.root ?? null,
      layout,
      basis: layoutBasis,
      waiting: states.reduce((sum, one) => sum + one.waiting, 0),
      oldestMinutes: Math.max(0, ...states.map((one) => one.oldestMinutes)),
      problems,
      offers,
      second: book?.second ? { shownRoot: book.second.root, layout: book.second.layout } : null,
      otherForm: (book && otherForm(layout)) ?? null,
    }
  }

  async function save(bookId: string, wanted: { root?: string; layout?: unknown }): Promise<FolderSettings> {
    if ((await kindOf(bookId)) !== 'real') throw new Refusal('folder-practice', onlyReal)
    const layout = FolderLayout.safeParse(wanted.layout ?? (await bookOf(bookId))?.layout ?? defaultLayout)
    if (!layout.success) throw new Refusal('folder-layout', badLayout)
    const root = wanted.root ?? (await bookOf(bookId))?.root
    if (root === undefined) throw new Refusal('folder-layout', badLayout)
    await change((books) => ({ ...books, [bookId]: apart({ ...books[bookId], root, layout: layout.data }) }))
    return settings(bookId)
  }

  /** Folders of the other direction, beside those there are. */
  async function saveSecond(bookId: string, second: Business): Promise<FolderSettings> {
    if ((await kindOf(bookId)) !== 'real') throw new Refusal('folder-practice', onlyReal)
    const book = await bookOf(bookId)
    if (!book) throw new Refusal('folder-layout', badLayout)
    await change((books) => ({ ...books, [bookId]: apart({ ...book, second }) }))
    return settings(bookId)
  }

  return {
    transportOf,
    settings,
    setLayout: (bookId: string, layout: unknown) => save(bookId, { layout }),
    async choose(window: BrowserWindow, bookId: string): Promise<FolderSettings | null> {
      if ((await kindOf(bookId)) !== 'real') throw new Refusal('folder-practice', onlyReal)
      const root = await choose(window)
      return root === undefined ? null : save(bookId, { root })
    },
    async adopt(bookId: string, form: string): Promise<FolderSettings> {
      const offer = adoptableForms(await clientForms(clientSettings)).find((one) => one.form === form)
      if (!offer) throw new Refusal('folder-offer', noOffer)
      const { root, layout } = offer
      const book = await bookOf(bookId)
      // The business of the other direction comes beside the first, and does not take its place.
      const beside = book !== undefined && otherForm(book.layout) === form
      return beside ? saveSecond(bookId, { root, layout }) : save(bookId, { root, layout })
    },
    /** Choose the folder of the business of the other direction; its folders are called as those of the first are. */
    async chooseSecond(window: BrowserWindow, bookId: string): Promise<FolderSettings | null> {
      const book = await bookOf(bookId)
      const form = book && otherForm(book.layout)
      if (!form) throw new Refusal('folder-layout', badLayout)
      const root = await choose(window)
      return root === undefined ? null : saveSecond(bookId, { root, layout: { ...book.layout, form } })
    },
    async stopSecond(bookId: string): Promise<FolderSettings> {
      transports.delete(bookId)
      await change((books) => {
        const book = books[bookId]
        if (!book) return books
        const { second: _gone, ...first } = book
        return { ...books, [bookId]: first }
      })
      return settings(bookId)
    },
    async stop(bookId: string): Promise<void> {
      transports.delete(bookId)
      await change(({ [bookId]: _gone, ...rest }) => rest)
    },
  }
}

const businessOf = ({ root, layout }: Business) => ({ layout, folders: foldersOf(root, layout) })

/** Two businesses in one folder would take each other's messages for their own. */
function apart<B extends Business & { second?: Business | undefined }>(book: B): B {
  const { second } = book
  if (!second) return book
  const [ours, theirs] = [foldersOf(book.root, book.layout), foldersOf(second.root, second.layout)]
  const own = new Set([ours.out, ours.sent, ours.in, ours.failed])
  if ([theirs.out, theirs.sent, theirs.in, theirs.failed].some((folder) => own.has(folder)))
    throw new Refusal('folder-shared', shared)
  return book
}

export type FolderBridge = ReturnType<typeof createFolderBridge>

/** Whether the folders are as they were told, and whether anybody fetches what lies there and brings what comes back. */
async function look(root: string, layout: FolderLayout, now: number) {
  const folders = foldersOf(root, layout)
  const problems: Text[] = []
  const timesIn = async (folder: string): Promise<number[]> => {
    const names = await readdir(folder).catch(() => void problems.push(wordsOf(folderFailed(folder))))
    const messages = (names ?? []).filter((name) => /\.xml$/i.test(name))
    return Promise.all(
      messages.map((name) =>
        stat(path.join(folder, name)).then(
          ({ mtimeMs }) => mtimeMs,
          () => now,
        ),
      ),
    )
  }
  const waiting = await timesIn(folders.out)
  const sent = await timesIn(folders.sent)
  const back = await timesIn(folders.in)
  await timesIn(folders.failed)
  const oldestMinutes = Math.max(0, Math.floor((now - Math.min(now, ...waiting)) / 60_000))
  if (oldestMinutes >= IDLE_MINUTES) problems.push(wordsOf(leftByNobody(waiting.length)))
  const newestBack = Math.max(0, ...back)
  const unanswered = Math.min(now, ...sent.filter((time) => time > newestBack))
  const hours = Math.floor((now - unanswered) / 3_600_000)
  if (hours >= SILENT_HOURS) problems.push(wordsOf(nothingBack(hours)))
  return { problems, waiting: waiting.length, oldestMinutes }
}

/** Businesses of the client's own settings, of the first file that has any; none where there is no such file. */
async function clientForms(files: readonly string[]): Promise<ClientForm[]> {
  for (const file of files) {
    const forms = readClientSettings(await readFile(file, 'utf8').catch(() => ''))
    if (forms.length > 0) return forms
  }
  return []
}

const wordsOf = ({ message, fix }: { message: Text; fix: Text }): Text => ({
  zh: `${message.zh}。${fix.zh}`,
  en: `${message.en}. ${fix.en}`,
})

/** Serve the channels of the folder bridge. */
export function registerFolderBridge(handle: Handle, bridge: FolderBridge): void {
  handle('folder.settings', (_context, book) => bridge.settings(book))
  handle('folder.choose', ({ window }, book) => bridge.choose(window, book))
  handle('folder.setLayout', (_context, book, layout) => bridge.setLayout(book, layout))
  handle('folder.adopt', (_context, book, form) => bridge.adopt(book, form))
  handle('folder.chooseSecond', ({ window }, book) => bridge.chooseSecond(window, book))
  handle('folder.stopSecond', (_context, book) => bridge.stopSecond(book))
  handle('folder.stop', (_context, book) => bridge.stop(book))
}
