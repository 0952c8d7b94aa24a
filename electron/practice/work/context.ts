import type { CodeBook } from '#shared/codes/book'
import type { Timings } from '../desks/step'
import type { Host } from '../host'

/** What a process of the service is started with. Everything else is in the database. */
export type ServiceContext = {
  host: Host
  timings: Timings
  codes: CodeBook
  /** Other machines can reach it; see `Door`. */
  isPublic: boolean
}
