import { FilingKey, FilingKind, FilingQuery, FilingRequest } from '#shared/protocol/api'
import { filingPage, putFiling, settleFilings } from '../work/filing'
import { checked, pageSize, type Routes } from './routes'

/** 备案: filed by version, reviewed by the registry desk. */
export function filingRoutes({ db, context, operation }: Routes): void {
  operation({
    id: 'putFiling',
    method: 'PUT',
    url: '/v1/filings/:kind/:key',
    takes: ['application/json'],
    answer: async ({ request, enterprise, now }) => {
      const params = request.params as { kind: string; key: string }
      const kind = checked(FilingKind, params.kind, 'kind')
      const key = checked(FilingKey, params.key, 'key')
      const { base, content } = checked(FilingRequest, request.body, 'body')
      await settleFilings(db, enterprise, now, context)
      return putFiling(db, { enterprise, kind, key, base, content }, now, context)
    },
  })

  operation({
    id: 'filings',
    method: 'GET',
    url: '/v1/filings',
    answer: async ({ request, enterprise, now }) => {
      const { cursor, limit } = checked(FilingQuery, request.query, 'query')
      await settleFilings(db, enterprise, now, context)
      return filingPage(db, enterprise, { cursor, limit: pageSize(limit) })
    },
  })
}
