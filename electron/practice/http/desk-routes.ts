import {
  DeskId,
  DeskRecordPush,
  DeskRecordQuery,
  DeskRegistration,
  maxDeskRecords,
} from '#shared/protocol/desk-records'
import { deskRecordPage, takeDeskRecords } from '../work/desk-records'
import { moveDeskOut, registerDesk } from '../work/desks'
import { checked, type Routes } from './routes'

/** As many records as one request takes, each a 清单 of a hundred lines. */
const MOST_BYTES = 16 * 1_048_576

const deskOf = (params: unknown) => checked(DeskId, (params as { desk: string }).desk, 'desk')

/** Several desks of one enterprise: who they are, and the records they exchange. */
export function deskRoutes({ db, context, operation }: Routes): void {
  operation({
    id: 'registerDesk',
    method: 'PUT',
    url: '/v1/desks/:desk',
    takes: ['application/json'],
    answer: async ({ request, enterprise, now }) => {
      const registration = checked(DeskRegistration, request.body, 'body')
      return { desks: await registerDesk(db, enterprise, deskOf(request.params), registration, now) }
    },
  })

  operation({
    id: 'moveDeskOut',
    method: 'POST',
    url: '/v1/desks/:desk/moved',
    answer: async ({ request, enterprise, now }) => ({
      desks: await moveDeskOut(db, enterprise, deskOf(request.params), now),
    }),
  })

  operation({
    id: 'putDeskRecords',
    method: 'POST',
    url: '/v1/desk-records',
    takes: ['application/json'],
    bodyLimit: MOST_BYTES,
    answer: async ({ request, enterprise, now }) =>
      takeDeskRecords(db, enterprise, checked(DeskRecordPush, request.body, 'body'), now, context.host),
  })

  operation({
    id: 'deskRecords',
    method: 'GET',
    url: '/v1/desk-records',
    answer: async ({ request, enterprise }) => {
      const { desk, cursor, limit } = checked(DeskRecordQuery, request.query, 'query')
      const most = Math.min(limit ?? maxDeskRecords, maxDeskRecords)
      return deskRecordPage(db, enterprise, { desk, ...(cursor !== undefined && { cursor }), limit: most })
    },
  })
}
