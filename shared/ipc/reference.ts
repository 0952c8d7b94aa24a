import { z } from 'zod'
import {
  ReferenceCatalogue,
  ReferenceDelta,
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
  /** What changed since a version; the whole table without one. The signature is judged by `reference.verify`. */
  'reference.delta': channel(
    [bookId, z.object({ account, table: TableName, since: TableVersion.optional() })],
    outcome(ReferenceDelta),
  ),
  /** Whether the signature of an update, from the line or from a file, is over exactly this content. */
  'reference.verify': channel([bookId, ReferenceDelta], z.boolean()),
  'reference.lookUp': channel(
    [bookId, z.object({ account, kind: VerificationKind, ...VerificationQuery.shape })],
    outcome(Verification),
  ),
}
