import { z } from 'zod'
import { field } from '../model/field'
import { Party } from './party'

/** A master as it is kept, with what it is called: customs code, or the number of a person. */
export const StoredParty = z.strictObject({
  key: field(z.string().min(1).max(64), 'business', '编号', 'Key'),
  party: Party,
})
export type StoredParty = z.infer<typeof StoredParty>
