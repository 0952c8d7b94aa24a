import type { Text } from '#shared/model/text'
import type { Params } from './room'

/** One record found by the global search. `view` is a room id or `ROOM/DETAIL`. */
export type SearchHit = { id: string; title: string; subtitle?: string; view: string; params: Params }
export type SearchGroup = { kind: Text; hits: readonly SearchHit[]; more?: boolean }

/** Find records by a full number or its last six digits. Must honour the signal: the officer types on. */
export type SearchProvider = (query: string, signal: AbortSignal) => Promise<readonly SearchGroup[]>

const providers = new Set<SearchProvider>()

/** Add a provider; the returned function removes it. Groups appear in the order of registration. */
export function registerSearch(provider: SearchProvider): () => void {
  providers.add(provider)
  return () => void providers.delete(provider)
}

/** Ask every provider; groups without hits are dropped. */
export async function searchAll(query: string, signal: AbortSignal): Promise<SearchGroup[]> {
  const answers = await Promise.all([...providers].map((provider) => provider(query, signal)))
  return answers.flat().filter((group) => group.hits.length > 0)
}
