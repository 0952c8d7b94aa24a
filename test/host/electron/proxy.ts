/**
 * The proxy for an address from the usual environment variables, in the PAC form that Electron's resolveProxy gives:
 * `DIRECT` or `PROXY host:port`.
 */
export function resolveProxy(url: string, environment: NodeJS.ProcessEnv = process.env): string {
  const { protocol, hostname, port } = new URL(url)
  const read = (name: string) => environment[name] || environment[name.toUpperCase()] || ''
  // Documented for Chromium: loopback addresses are never proxied.
  if (/^(localhost|127\.|\[::1\])/.test(hostname) || hostname.endsWith('.localhost')) return 'DIRECT'
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
