/** Bundle the stand-in's scripts for the two worlds of a page; returns their files. */
export function buildPageScripts(): Promise<{ page: string; preload: string }>
