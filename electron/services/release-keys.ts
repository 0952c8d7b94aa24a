/** Put in by the build (`build/vite/main.config.mjs`): public keys of the publisher, blank between them; none in a build of one's own. */
declare const __YIGUAN_RELEASE_KEYS__: string

/** Whose releases this program takes for newer versions of itself. */
export const releaseKeys: readonly string[] =
  typeof __YIGUAN_RELEASE_KEYS__ === 'string' ? __YIGUAN_RELEASE_KEYS__.split(' ').filter(Boolean) : []
