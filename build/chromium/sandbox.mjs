import { spawnSync } from 'node:child_process'

/** Why `--no-sandbox` must be passed here, in one sentence; `null` when Chromium's sandbox can run. */
export function noSandboxReason() {
  if (process.platform !== 'linux') return null
  if (process.getuid() === 0)
    return 'Chromium runs with --no-sandbox, because its sandbox refuses to be started by root.'
  // The namespaces the sandbox needs; containers and some kernels deny them to ordinary users.
  const namespaces = spawnSync('unshare', ['--user', '--pid', '--net', '--fork', 'true'], { stdio: 'ignore' })
  if (namespaces.status === 0) return null
  return 'Chromium runs with --no-sandbox, because this system denies ordinary users the namespaces of its sandbox.'
}
