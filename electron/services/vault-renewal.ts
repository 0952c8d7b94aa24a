import { randomBytes, randomUUID } from 'node:crypto'
import { readRecoveryKey, RECOVERY_BYTES, recoveryKeyOf } from '#shared/backup/recovery-key'
import { cipherOf, type DataCipher, keyIdFor } from '#shared/ipc/data-cipher'
import type { KeyState, Renewed } from '#shared/ipc/vault'
import { sealFormer } from './former-key'
import { openGrant, sealGrant } from './officer-grants'
import { wrapWithPassword } from './password-wrap'
import type { createSerial } from './serial'
import type { StoredBook, StoredOfficer } from './vault-file'
import { type Asker, chiefsOf } from './vault-people'
import type { Shelf } from './vault-shelf'
import { refuse } from './vault-words'

/** 64 bytes each, and the id of the next ones. */
type Renewing = { before: Buffer; next: Buffer; keyId: string }

/**
 * New data keys and new recovery keys. The index key stays: the ids of records and the chain of the journal are made with it,
 * and it opens nothing. What lies in the database is brought under the new key by the page, at the next unlock; until it says
 * so the key before is kept, under the new one.
 */
export function createRenewal(shelf: Shelf, serial: ReturnType<typeof createSerial>, now: () => Date) {
  const asChief = chiefsOf(shelf, serial)

  /** A key for paper in the place of an earlier one. It is kept nowhere. */
  async function newRecovery(book: StoredBook, keys: Buffer, officer: string): Promise<string> {
    const shown = recoveryKeyOf(randomBytes(RECOVERY_BYTES))
    const { label } = shelf.labelOf(book)
    const secret = JSON.stringify({
      ...{ keys: keys.toString('base64'), cipher: cipherOf(book.keyId) },
      ...{ label, officer },
    })
    book.recovery = await wrapWithPassword(Buffer.from(secret), readRecoveryKey(shown)!)
    return shown
  }

  /** The same officer under new keys. Who has no key pair yet, or whose grant was altered, needs a first password anew. */
  function under(book: StoredBook, { before, next, keyId }: Renewing, one: StoredOfficer) {
    const { wrap, keys: _before, initial, ...officer } = one
    const granted = officer.grant && openGrant(before, book.id, one.id, officer.grant)
    if (!granted) return officer
    const grant = sealGrant(next, book.id, one.id, granted)
    if (wrap === undefined || !granted.box) return { ...officer, grant }
    const keys = shelf.keysFor({ id: book.id, keyId }, one.id, granted.box, next)
    return { ...officer, wrap, grant, keys, ...(initial && { initial }) }
  }

  return {
    /** A recovery key for paper. It is kept nowhere and takes the place of an earlier one. */
    makeRecoveryKey: (bookId: string, by: Asker): Promise<string> =>
      asChief(bookId, by, ({ book, keys, granted }) => {
        // Whoever asks for another one may have seen the first in other hands: who read it still has the keys.
        if (book.recovery) book.renewalDue ??= 'recovery'
        return newRecovery(book, keys, granted.name)
      }),

    /**
     * Another data key, of this cipher, for everything written from the next unlock on, for all who can sign in, with a new
     * recovery key.
     * Refused with `keys-renewing` while an earlier renewal is not at its end.
     */
    renewKeys: (bookId: string, by: Asker, cipher: DataCipher): Promise<Renewed> =>
      asChief(bookId, by, async ({ book, keys: before, granted }) => {
        if (book.former) throw refuse('renewing')
        const keyId = keyIdFor(cipher, randomUUID())
        const next = Buffer.concat([randomBytes(32), before.subarray(32)])
        const active = book.officers.filter(({ wrap }) => wrap !== undefined)
        book.officers = book.officers.map((one) => under(book, { before, next, keyId }, one))
        const left = active.filter(({ id }) => shelf.officerOf(book, id).wrap === undefined)
        book.former = [sealFormer(next.subarray(0, 32), book.keyId, before.subarray(0, 32))]
        book.keyId = keyId
        book.keysSince = now().toISOString()
        delete book.renewalDue
        const recoveryKey = await newRecovery(book, next, granted.name)
        next.fill(0)
        return { recoveryKey, without: left.map((one) => shelf.nameOf(book, one)) }
      }),

    /** Nothing of the book is under an older key alone any more: forget that one. */
    keysRenewed: (bookId: string, keyId: string): Promise<void> =>
      serial(async () => {
        const { vault, book } = await shelf.find(bookId)
        if (book.keyId !== keyId || !book.former) return
        delete book.former
        await shelf.write(vault)
      }),

    keyState: (bookId: string): Promise<KeyState> =>
      serial(async () => {
        const { book } = await shelf.find(bookId)
        return {
          since: book.keysSince ?? book.createdAt,
          cipher: cipherOf(book.keyId),
          renewing: book.former !== undefined,
          recovery: book.recovery !== undefined,
          due: book.renewalDue ?? null,
        }
      }),
  }
}
