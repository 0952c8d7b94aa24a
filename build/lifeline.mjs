/** Call back when the process that started this one is gone, however it went. Looks once a second. */
export function onParentGone(callback) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    callback()
  }, 1_000)
  timer.unref()
}
