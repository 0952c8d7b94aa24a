/** The token stays in this tab: closing it forgets it, and no other site is ever sent it. */
const KEY = 'operator-token'
let token = sessionStorage.getItem(KEY) ?? ''

export const hasToken = () => token !== ''

/** @param {string} value */
export function setToken(value) {
  token = value.trim()
  if (token) sessionStorage.setItem(KEY, token)
  else sessionStorage.removeItem(KEY)
}

/** A request was refused; `text` holds what the service says in both languages. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {{ message: Record<'zh' | 'en', string>, fix: Record<'zh' | 'en', string> } | undefined} error
   */
  constructor(status, error) {
    super(error?.message?.en ?? `HTTP ${status}`)
    this.status = status
    /** @param {'zh' | 'en'} language */
    this.text = (language) =>
      error ? `${error.message[language]} — ${error.fix[language]}` : `HTTP ${status}`
  }
}

/**
 * Ask the service.
 * @param {string} method
 * @param {string} path
 * @param {{ enterprise?: string, query?: Record<string, string>, body?: unknown }} [more]
 * @returns {Promise<any>} the answer as it came; the OpenAPI document says what is in it
 */
export async function call(method, path, { enterprise, query, body } = {}) {
  const search = query ? `?${new URLSearchParams(query)}` : ''
  const response = await fetch(`${path}${search}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(enterprise ? { 'x-enterprise': enterprise } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer = await response.json().catch(() => undefined)
  if (!response.ok) throw new Refused(response.status, answer?.error)
  return answer
}
