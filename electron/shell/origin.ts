/** The one origin the app's own pages have. */
export const scheme = 'app'
export const host = 'yiguan'
export const origin = `${scheme}://${host}`

/** True for a page of ours; anything that does not parse is not ours. */
export function isOwnUrl(url: string): boolean {
  try {
    const { protocol, host: actual } = new URL(url)
    return protocol === `${scheme}:` && actual === host
  } catch {
    return false
  }
}
