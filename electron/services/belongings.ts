import type { Belongings } from '#shared/backup/manifest'
import type { MessageKeys } from './message-keys'
import type { SigningKeys } from './signing'

/**
 * What an installation has of a book besides its rows and what was sent. It leaves only in a file that moves a desk, so
 * that the new computer signs as the old one did.
 */
export function createBelongings(signing: SigningKeys, certificates: MessageKeys) {
  return {
    async handOver(bookId: string): Promise<Belongings> {
      const [key, certificate] = await Promise.all([signing.load(bookId), certificates.handOver(bookId)])
      return { ...(key && { signing: key }), certificate }
    },
    async takeOver(bookId: string, { signing: key, certificate }: Belongings): Promise<void> {
      if (key) await signing.save(bookId, key)
      if (certificate) await certificates.takeOver(bookId, certificate)
    },
  }
}

export type BelongingsService = ReturnType<typeof createBelongings>
