/** Call back when the process that started this one is gone, however it went. Looks once a second. */
export function onParentGone(callback: () => void): void
