import { partyFaults, type Party, type PartyFault } from './party'

/** A party with what it is called in a batch; keys are the customs code, or the number of a person. */
export type Keyed = { key: string; party: Party }
export type BatchRefusal = { key: string; faults: readonly PartyFault[]; twiceOf?: string }

/**
 * Sort many masters into those that can be filed and those that cannot, each of these with its fields. Nothing waits for
 * another: what is sound goes, what is refused is mended and goes alone. Of two with one credit code the second is refused and names the first.
 */
export function sortBatch(
  parties: readonly Keyed[],
  practice = false,
): { fileable: Keyed[]; refused: BatchRefusal[] } {
  const owners = new Map<string, string>()
  const fileable: Keyed[] = []
  const refused: BatchRefusal[] = []
  for (const { party, key } of parties) {
    const code = party.values.uscc ?? party.values.residentId
    const owner = code === undefined ? undefined : owners.get(code)
    if (code !== undefined && owner === undefined) owners.set(code, key)
    const faults = partyFaults(party, practice).filter(({ kind }) => kind !== 'warn')
    if (owner !== undefined) refused.push({ key, faults, twiceOf: owner })
    else if (faults.length > 0) refused.push({ key, faults })
    else fileable.push({ key, party })
  }
  return { fileable, refused }
}
