import { randomUUID } from 'node:crypto'
import type { Officer, People } from '#shared/ipc/vault'
import { may, type Roles } from '#shared/people/roles'
import { type Granted, openGrant, sealGrant } from './officer-grants'
import { PasswordWrap, unwrapWithPassword } from './password-wrap'
import type { createSerial } from './serial'
import type { StoredBook, StoredOfficer } from './vault-file'
import type { Found, Shelf, Unlocked } from './vault-shelf'
import { refuse } from './vault-words'

/** Who asks for a change among the officers: signed in, and giving the own password once more. */
export type Asker = { officer: string; password: string }
type NewOfficer = { name: string; roles: Roles; password: string }

/** Minutes without input after which a book with several officers locks, where nobody chose otherwise. */
const SHARED_MINUTES = 15
export const autoLockOf = ({ autoLock, officers }: StoredBook): number =>
  autoLock ?? (officers.filter(({ wrap }) => wrap !== undefined).length > 1 ? SHARED_MINUTES : 0)

/** What a 主管 alone may do with the key file, for the own password; what `work` changed is written. */
export const chiefsOf =
  (shelf: Shelf, serial: ReturnType<typeof createSerial>) =>
  <T>(bookId: string, by: Asker, work: (found: Found & Unlocked) => T | Promise<T>): Promise<T> =>
    serial(async () => {
      const found = await shelf.find(bookId)
      const unlocked = await shelf.unlock(found, by.password, by.officer)
      if (!may(unlocked.granted.roles, 'manage')) throw refuse('notChief')
      const result = await work({ ...found, ...unlocked })
      await shelf.write(found.vault)
      return result
    })

/**
 * Several officers of one book: each has a key pair of the own under the own password, and the same keys of the book for it,
 * so that nobody's coming, going or new password seals a record anew. A disabled officer has neither; the name stays taken,
 * because the journal says it.
 */
export function createPeople(shelf: Shelf, serial: ReturnType<typeof createSerial>) {
  const asChief = chiefsOf(shelf, serial)

  const grantOf = (book: StoredBook, keys: Uint8Array, { id, grant }: StoredOfficer): Granted | undefined =>
    grant && openGrant(keys, book.id, id, grant)

  function viewOf(book: StoredBook, keys: Uint8Array, officer: StoredOfficer): Officer {
    const granted = grantOf(book, keys, officer)
    return {
      id: officer.id,
      name: granted?.name ?? shelf.nameOf(book, officer),
      // What was altered grants nothing; it is shown as the least there is until a chief sets it again.
      roles: [...(granted?.roles ?? ['audit'])],
      active: officer.wrap !== undefined,
      initial: officer.initial === true,
    }
  }

  /** Somebody who can still sign in has to be left who may manage officers. */
  function keepChief(book: StoredBook, keys: Uint8Array, leaving: string): void {
    const stays = book.officers.some((officer) => {
      const { wrap, id } = officer
      const held = grantOf(book, keys, officer)?.roles
      return id !== leaving && wrap !== undefined && held !== undefined && may(held, 'manage')
    })
    if (!stays) throw refuse('lastChief')
  }

  return {
    /** @param keys data key and index key of the session, 64 bytes */
    officers: (bookId: string, keys: Uint8Array): Promise<People> =>
      serial(async () => {
        const { book } = await shelf.find(bookId)
        // A window of the session that renewed the keys, before it locks: it would show, and back up, everybody without roles.
        if (!book.officers.some((one) => grantOf(book, keys, one))) throw refuse('keysOutdated')
        return { officers: book.officers.map((one) => viewOf(book, keys, one)), autoLock: autoLockOf(book) }
      }),

    addOfficer: (bookId: string, by: Asker, wanted: NewOfficer): Promise<Officer> =>
      asChief(bookId, by, async ({ book, keys }) => {
        const name = wanted.name.trim()
        const taken = book.officers.some((one) => viewOf(book, keys, one).name === name)
        if (taken) throw refuse('nameTaken')
        const granted = { name, roles: [...wanted.roles] }
        const made = await shelf.newOfficer(book, randomUUID(), keys, granted, wanted.password)
        const officer = { ...made, initial: true }
        book.officers.push(officer)
        return viewOf(book, keys, officer)
      }),

    disableOfficer: (bookId: string, by: Asker, id: string): Promise<void> =>
      asChief(bookId, by, ({ book, keys }) => {
        const officer = shelf.officerOf(book, id)
        keepChief(book, keys, id)
        delete officer.wrap
        delete officer.keys
        book.renewalDue = 'officer'
        delete officer.initial
      }),

    renewOfficer: (bookId: string, by: Asker, id: string, password: string): Promise<void> =>
      asChief(bookId, by, async ({ book, keys }) => {
        const officer = shelf.officerOf(book, id)
        const { name, roles } = viewOf(book, keys, officer)
        await shelf.pair(book, officer, keys, { name, roles }, password)
        officer.initial = true
        officer.failures = 0
        officer.notBefore = 0
      }),

    setRoles: (bookId: string, by: Asker, id: string, roles: Roles): Promise<void> =>
      asChief(bookId, by, ({ book, keys }) => {
        const officer = shelf.officerOf(book, id)
        if (!may(roles, 'manage')) keepChief(book, keys, id)
        const { name } = viewOf(book, keys, officer)
        const box = grantOf(book, keys, officer)?.box
        officer.grant = sealGrant(keys, bookId, id, { name, roles: [...roles], ...(box && { box }) })
      }),

    autoLockOf: (bookId: string): Promise<number> =>
      serial(async () => autoLockOf((await shelf.find(bookId)).book)),

    setAutoLock: (bookId: string, minutes: number): Promise<void> =>
      serial(async () => {
        const { vault, book } = await shelf.find(bookId)
        book.autoLock = minutes
        await shelf.write(vault)
      }),

    /** Another password for the same keys; who had a first one has an own one now. */
    changePassword: (bookId: string, officerId: string, password: string, next: string): Promise<void> =>
      serial(async () => {
        const found = await shelf.find(bookId)
        const { secret, officer } = await shelf.unlock(found, password, officerId)
        if (officer.initial && (await isOf(officer, next))) throw refuse('samePassword')
        officer.wrap = await shelf.wrapFor(secret, next)
        delete officer.initial
        await shelf.write(found.vault)
      }),
  }

  async function isOf({ wrap }: StoredOfficer, password: string): Promise<boolean> {
    return (await unwrapWithPassword(PasswordWrap.parse(shelf.openSealed(wrap!)), password)) !== undefined
  }
}
