let config: Electron.ProxyConfig = { mode: 'system' }

/** "Sets the proxy settings"; in effect for the next request. */
export function setProxy(wanted: Electron.ProxyConfig): Promise<void> {
  const { mode, proxyRules, ...others } = wanted
  if (!mode || !['direct', 'system', 'fixed_servers'].includes(mode) || Object.keys(others).length > 0) {
    return Promise.reject(new Error(`stand-in: setProxy ${JSON.stringify(wanted)} is not implemented`))
  }
  if (mode === 'fixed_servers' && !/^[^;,=\s]+:\d+$/.test(proxyRules ?? '')) {
    return Promise.reject(new Error(`stand-in: the proxy rules ${proxyRules} are not implemented`))
  }
  config = wanted
  return Promise.resolve()
}

/** The proxy for an address as the session is set: by its environment, always the same one, or none. */
export function resolveProxy(url: string): string {
  if (config.mode === 'direct' || isLoopback(new URL(url).hostname)) return 'DIRECT'
  return config.mode === 'fixed_servers' ? `PROXY ${config.proxyRules}` : systemProxy(url)
}

// Documented for Chromium: loopback addresses are never proxied.
const isLoopback = (hostname: string): boolean =>
  /^(localhost|127\.|\[::1\])/.test(hostname) || hostname.endsWith('.localhost')

/**
 * The proxy for an address from the usual environment variables, in the PAC form that Electron's resolveProxy gives:
 * `DIRECT` or `PROXY host:port`.
 */
export function systemProxy(url: string, environment: NodeJS.ProcessEnv = process.env): string {
  const { protocol, hostname, port } = new URL(url)
  const read = (name: string) => environment[name] || environment[name.toUpperCase()] || ''
  if (isLoopback(hostname)) return 'DIRECT'
  const except = read('no_proxy')
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter(Boolean)
  const excepted = except.some((each) => {
    const [name, onlyPort] = each.replace(/^\*?\./, '').split(':')
    if (each === '*') return true
    return (hostname === name || hostname.endsWith(`.${name}`)) && (!onlyPort || onlyPort === port)
  })
  const proxy = read(protocol === 'https:' ? 'https_proxy' : 'http_proxy') || read('all_proxy')
  if (excepted || !proxy) return 'DIRECT'
  const { host } = new URL(proxy.includes('://') ? proxy : `http://${proxy}`)
  return `PROXY ${host}`
}
