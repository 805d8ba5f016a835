// The text of the source pane comes apart from its page: a long one takes a browser seconds to read as HTML.

import {id} from './dom.js'

/** A text with the line ends that an editor counts in. */
export const plain = text => text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text

/** Ask for the text of the file and its version, again for as long as somebody asks for it again. */
export async function sourceText(address) {
  for (;;) {
    const answer = await ask(address).catch(() => null)
    if (answer) return answer
    show(true)
    await new Promise(done => id('text-missing').querySelector('button').addEventListener('click', done, {once: true}))
    show(false)
  }
}

async function ask(address) {
  const answer = await fetch(address), [, version] = /"(\w+)/.exec(answer.headers.get('ETag') ?? '') ?? []
  return answer.ok && version ? {text: plain(await answer.text()), version} : null
}

function show(isMissing) {
  id('text-missing').hidden = !isMissing
  id('text-loading').hidden = isMissing
}
