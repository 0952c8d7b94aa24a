import { accountOf, PRACTICE_SERVICE } from '#shared/ipc/exchange'
import type { Enterprise } from '#shared/model/enterprise'
import { UNBOUND } from '#shared/protocol/engine/records'

/** Service and enterprise a book exchanges with; every batch is made for one and never sent to another. */
export const accountAt = (service: string | null, { customsCode }: Enterprise): string =>
  service === null ? `${UNBOUND}${customsCode}` : accountOf(service, customsCode)

/** Where a book starts that never exchanged anything; from then on the store knows. */
export const accountFor = (enterprise: Enterprise): string =>
  accountAt(enterprise.book === 'practice' ? PRACTICE_SERVICE : null, enterprise)
