import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { FaultSwitch } from '../faults/switch'
import { advanceClock } from '../store/clock'
import { addFaults, clearFaults, listFaults } from '../store/faults'
import { checked, type Routes } from './routes'

const FaultList = z.array(FaultSwitch).min(1).max(100)
/** A year at once is enough for every deadline. */
const Advance = z.object({
  seconds: z
    .number()
    .positive()
    .max(366 * 86_400),
})

/** What only a practice window has: fault switches, and a clock that can be moved on. */
export function practiceRoutes(server: FastifyInstance, { db, now }: Routes): void {
  server.get('/v1/practice/faults', async () => ({ faults: await listFaults(db) }))
  server.post('/v1/practice/faults', async (request) => {
    await addFaults(db, checked(FaultList, request.body, 'faults'))
    return { faults: await listFaults(db) }
  })
  server.delete('/v1/practice/faults', async () => {
    await clearFaults(db)
    return { faults: [] }
  })
  server.post('/v1/practice/clock', async (request) => {
    const { seconds } = checked(Advance, request.body, 'clock')
    await advanceClock(db, Math.round(seconds * 1000))
    return { serverTime: new Date(await now()).toISOString() }
  })
}
