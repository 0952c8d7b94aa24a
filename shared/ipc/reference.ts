import { z } from 'zod'
import {
  ReferenceCatalogue,
  TableName,
  TableVersion,
  Verification,
  VerificationKind,
  VerificationQuery,
} from '../protocol/api'
import { bookId, channel } from './channel'
import { account, outcome } from './exchange'

/** What an officer looks up at the single window: published tables, and what it knows under a number. */
export const reference = {
  'reference.catalogue': channel([bookId, z.object({ account })], outcome(ReferenceCatalogue)),
  /**
   * What changed since a version, the whole table without one: a `ReferenceDelta` as JSON, as it also comes in a file. Its
   * signature is judged where it is read; in one piece tens of thousands of rows cross the window without holding it up.
   */
  'reference.delta': channel(
    [bookId, z.object({ account, table: TableName, since: TableVersion.optional() })],
    outcome(z.string()),
  ),
  'reference.lookUp': channel(
    [bookId, z.object({ account, kind: VerificationKind, ...VerificationQuery.shape })],
    outcome(Verification),
  ),
}
