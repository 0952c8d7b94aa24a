import type { FileSigner } from '#shared/protocol/desk-signer'
import { DataRefusal } from '../../data/errors/refusal'
import { Desks } from '../../data/desks/desks'
import { getRecord } from '../../data/read/records'
import type * as Port from '../../data/port'
import type { BookSession } from './session'
import { HandOver } from './work/hand-over'
import { MessagesHost } from './messages-host'

/** The book as one desk of its enterprise. */
export class DeskHost extends MessagesHost implements Omit<Port.BookPort, keyof Port.SafetyPort> {
  #opened: { session: BookSession; desks: Desks } | undefined

  deskState(): Promise<Port.DeskState> {
    return this.#desks.state()
  }

  useDesks(on: boolean): Promise<void> {
    return this.#desks.use(on)
  }

  meetDesks(link: Port.DeskLink, why: string): Promise<Port.DeskMeeting> {
    return this.#desks.meetByService(link, why)
  }

  exportDesks(): Promise<Uint8Array> {
    return this.#desks.exportFile()
  }

  importDesks(bytes: Uint8Array, why: string, signer: FileSigner): Promise<Port.DeskMeeting> {
    return this.#desks.importFile(bytes, why, signer)
  }

  forgetSigner(desk: string): Promise<void> {
    return this.#desks.forgetSigner(desk)
  }

  deskConflicts(): Promise<Port.ConflictView[]> {
    return this.#desks.conflicts()
  }

  resolveConflicts(decisions: Port.Resolve[], why: string): Promise<number> {
    return this.#desks.resolve(decisions, why)
  }

  retryParked(): Promise<void> {
    return this.#desks.retryParked()
  }

  async note(fact: string): Promise<Port.Stored<Port.Note> | undefined> {
    const { projection, book } = await this.settled()
    const found = projection.notes().find(({ note }) => note.fact === fact)
    return (
      found && ((await getRecord(book.context, 'overlays', found.id)) as Port.Stored<Port.Note> | undefined)
    )
  }

  async handOver(owner?: string): Promise<Port.HandOverItem[]> {
    return new HandOver(await this.settled()).items(owner)
  }

  async transferAll(from: string, to: string, why: string): Promise<number> {
    if (to.trim() === '') throw new DataRefusal('invalid', { table: 'overlays', field: 'owner', detail: '' })
    return new HandOver(await this.settled()).transfer(from, to.trim(), why)
  }

  async moveOut(link: Port.DeskLink | undefined, why: string): Promise<void> {
    const desks = this.#desks
    // Before anybody is told: what was never made would be told under another id than it is kept under.
    const id = await desks.id()
    const told = link ? await link.moveOut(id).catch(() => undefined) : undefined
    await desks.moved(told?.ok ?? false, why)
  }

  /** Desks of the open book; a session that was locked and opened anew is another writer. */
  get #desks(): Desks {
    const { session } = this
    if (this.#opened?.session !== session) {
      const { book, entry, who } = session
      this.#opened = { session, desks: new Desks(book.context, entry.database, who) }
    }
    return this.#opened!.desks
  }
}
