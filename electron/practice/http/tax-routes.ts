import { maxSelfCheckBytes, SelfCheckRequest, type SelfCheckAnswer } from '#shared/protocol/api'
import { selfCheck } from '#shared/rebate/life/self-check'
import { PrecheckFile } from '#shared/model/rebate/precheck'
import { checked, type Routes } from './routes'

/** The desk of the tax office: 自检 of a claim. It keeps nothing, so that a lost answer is simply asked for again. */
export function taxRoutes({ operation }: Routes): void {
  operation({
    id: 'selfCheck',
    method: 'POST',
    url: '/v1/self-checks',
    takes: ['application/json'],
    bodyLimit: maxSelfCheckBytes,
    answer: ({ request, now }): Promise<SelfCheckAnswer> => {
      const { claim, facts } = checked(SelfCheckRequest, request.body, 'body')
      const given = checked(PrecheckFile, facts, 'body.facts')
      return Promise.resolve({
        claim,
        checkedAt: new Date(now).toISOString(),
        lines: given.lines.length,
        doubts: selfCheck(given),
      })
    },
  })
}
