import { house, read, rule, unsure } from '../cite'

/** L: conversion and recording. */
export const conversion = {
  L01: rule(
    'L01',
    'info',
    ['结汇人民币 = 外币 × 现汇买入价', 'CNY = foreign amount × the bank’s bid'],
    ['以银行成交为准', 'The bank’s deal counts'],
    [house('不用中间价')],
  ),
  L02: rule(
    'L02',
    'warn',
    [
      '报价已 {minutes} 分钟，超过有效时间，只作参考',
      'The quote is {minutes} minutes old and only indicative',
    ],
    ['重新询价', 'Ask for a new quote'],
    [house('报价有效分钟数')],
  ),
  L03: rule(
    'L03',
    'info',
    ['与入账汇率相比的汇兑损益', 'Gain or loss against the booked rate'],
    ['供记账', 'For the books'],
    [house()],
  ),
  L04: rule(
    'L04',
    'info',
    [
      '费用承担 {bearer}：收入款按实际入账，国外扣费 {amount}',
      'Charges {bearer}: declare what was credited; charged abroad {amount}',
    ],
    ['国外扣费填在申报单', 'Enter the charge in the form'],
    [read('form', '扣费'), unsure('swift', '33B、32A、71F、71G')],
  ),
  L05: rule(
    'L05',
    'info',
    ['意愿结汇：可以保留外汇', 'Conversion is a right, not a duty'],
    ['按需要选择', 'Choose as you need'],
    [unsure('regulation', '第十三条')],
    { from: '2008-08-05' },
  ),
  L06: rule(
    'L06',
    'info',
    ['出口收入存放境外的，登记并影响指标', 'Proceeds kept abroad are recorded and move the indicators'],
    ['在台账中登记', 'Record it'],
    [read('regulation', '第九条')],
    { from: '2008-08-05' },
  ),
} as const
