import { deskVerdicts } from '#shared/forex/desk'
import { ForexPrecheckFile } from '#shared/model/forex/input'
import { ForexPrecheckRequest, maxForexPrecheckBytes, type ForexPrecheckAnswer } from '#shared/protocol/api'
import { checked, type Routes } from './routes'

/** The desk of the bank: receipts pre-checked by the rules every client has. It keeps nothing, so that a lost answer is simply asked for again. */
export function forexRoutes({ operation }: Routes): void {
  operation({
    id: 'forexPrecheck',
    method: 'POST',
    url: '/v1/forex-prechecks',
    takes: ['application/json'],
    bodyLimit: maxForexPrecheckBytes,
    answer: ({ request, now }): Promise<ForexPrecheckAnswer> => {
      const { facts } = checked(ForexPrecheckRequest, request.body, 'body')
      const given = checked(ForexPrecheckFile, facts, 'body.facts')
      return Promise.resolve({ checkedAt: new Date(now).toISOString(), verdicts: deskVerdicts(given) })
    },
  })
}
