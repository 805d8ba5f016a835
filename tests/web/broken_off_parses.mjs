// Types into a text while its parse is broken off at chance moments, as on a slow machine; prints how many ids are seen at last.

import {readFileSync} from 'node:fs'
import {EditorState} from '@codemirror/state'
import {Language} from '@codemirror/language'
import {yaml} from '@codemirror/lang-yaml'
import {ids, parsed} from '../../static/js/outline.js'

const [file, mark, typed, seeds] = process.argv.slice(2)
const text = readFileSync(file, 'utf8'), end = text.indexOf(mark) + mark.length

// Lehmer's generator: the same moments everywhere.
function chance(seed) {
  let state = seed * 48271 % 0x7fffffff
  return () => (state = state * 48271 % 0x7fffffff) / 0x7fffffff
}

async function seen(seed) {
  const random = chance(seed)
  let state = EditorState.create({doc: text, extensions: [yaml()]}), at = end
  const breakOff = () => {
    const parse = state.field(Language.state).context
    let steps = Math.floor(random() * 40)
    parse.work(() => steps-- <= 0, random() < 0.5 ? undefined : Math.floor(random() * state.doc.length))
    if (random() < 0.6) parse.takeTree()
  }
  const type = (from, to, insert = '') => {
    state = state.update({changes: {from, to, insert}}).state
    at = from + insert.length
    if (random() < 0.5) breakOff()
  }
  for (const _ of mark.split(' ').at(-1)) type(at - 1, at)
  for (const letter of typed) type(at, at, letter)
  for (const _ of typed) type(at - 1, at)
  for (const letter of typed) type(at, at, letter)
  await parsed(state, () => true)
  return ids(state, 'role').map(([id]) => id).join(' ')
}

const all = new Set()
for (let seed = 1; seed <= Number(seeds); seed++) all.add(await seen(seed))
console.log([...all].join('\n'))
