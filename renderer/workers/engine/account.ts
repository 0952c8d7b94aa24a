import { accountOf, PRACTICE_SERVICE } from '#shared/ipc/exchange'
import type { Enterprise } from '#shared/model/enterprise'

/** A 正式 book has no transport yet: what it queues rests under this name until an account is set up. */
const noService = 'none'

/** Service and enterprise a book exchanges with; every batch is made for one and never sent to another. */
export const accountFor = ({ book, customsCode }: Enterprise): string =>
  accountOf(book === 'practice' ? PRACTICE_SERVICE : noService, customsCode)
