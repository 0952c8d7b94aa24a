import { ReferenceQuery, TableName, VerificationKind, VerificationQuery } from '#shared/protocol/api'
import { referenceCatalogue, referenceDelta } from '../work/reference'
import { settleFilings } from '../work/filing'
import { settle } from '../work/settle'
import { verify } from '../work/verify'
import { checked, type Routes } from './routes'

/** What a desk looks up: public tables, and what the service knows under a number. */
export function referenceRoutes({ db, context, operation }: Routes): void {
  const { codes, timings, host } = context

  operation({
    id: 'referenceCatalogue',
    method: 'GET',
    url: '/v1/reference',
    answer: ({ now }) => referenceCatalogue(db, codes, now),
  })

  operation({
    id: 'referenceDelta',
    method: 'GET',
    url: '/v1/reference/:table',
    answer: ({ request, now }) => {
      const table = checked(TableName, (request.params as { table: string }).table, 'table')
      const { since } = checked(ReferenceQuery, request.query, 'query')
      return referenceDelta(db, codes, { table, since }, now)
    },
  })

  operation({
    id: 'verify',
    method: 'GET',
    url: '/v1/verifications/:kind',
    answer: async ({ request, enterprise, now }) => {
      const kind = checked(VerificationKind, (request.params as { kind: string }).kind, 'kind')
      const { key } = checked(VerificationQuery, request.query, 'query')
      if (kind === 'enterprise') await settleFilings(db, enterprise, now, context)
      else await settle(db, enterprise, now, timings, host)
      return verify(db, enterprise, kind, key, now)
    },
  })
}
