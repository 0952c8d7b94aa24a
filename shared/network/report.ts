import type { Language, Text } from '../model/text'
import { diagnose, type Check, type Finding } from './diagnose'
import type { NetworkFacts } from './facts'

export const checkNames: Record<Check, Text> = {
  address: { zh: '服务地址', en: 'Service address' },
  interface: { zh: '本机网络', en: 'This computer' },
  proxy: { zh: '代理', en: 'Proxy' },
  dns: { zh: '域名解析', en: 'Name look-up' },
  access: { zh: '端口与白名单', en: 'Port and white list' },
  certificate: { zh: '证书', en: 'Certificate' },
  portal: { zh: '登录页与拦截', en: 'Sign-in and block pages' },
  clock: { zh: '时钟', en: 'Clock' },
  speed: { zh: '速度', en: 'Speed' },
}

export const levelNames: Record<Finding['level'], Text> = {
  good: { zh: '正常', en: 'good' },
  warning: { zh: '注意', en: 'look' },
  bad: { zh: '不通', en: 'bad' },
  skipped: { zh: '未检查', en: 'not looked at' },
}

/** The first thing to do: the earliest step that is bad, else the earliest warning; undefined when all is well. */
export function mainFinding(findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ level }) => level === 'bad') ?? findings.find(({ level }) => level === 'warning')
}

/** The examination as plain text for whoever looks after the network: findings first, raw facts below. No business data. */
export function reportText(facts: NetworkFacts, language: Language, app: string): string {
  const title = { zh: '驿关 网络体检', en: 'Yiguan network examination' }[language]
  const findings = diagnose(facts).flatMap(({ check, level, says, fix }) => [
    `[${levelNames[level][language]}] ${checkNames[check][language]}: ${says[language]}`,
    ...(fix ? [`    → ${fix[language]}`] : []),
  ])
  return [`${title}  ${app}`, facts.at, '', ...findings, '', JSON.stringify(facts, null, 2), ''].join('\r\n')
}
