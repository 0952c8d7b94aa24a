import '../../../renderer/jitless'
import { benchData } from '../data'
import { benchBook } from './book'

const bench = { data: benchData, book: benchBook }
export type BenchPage = typeof bench

Object.assign(window, { bench })
