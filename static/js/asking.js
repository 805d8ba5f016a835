// What takes the server a while is asked for once the page is there, again and again until it is known.

import {whenShown} from './when-shown.js'

const PAUSE = 300
const asked = new Set()

async function ask(element, address) {
  for (let times = 0; times < 100 && element.isConnected && element.dataset.asks === address; times++) {
    const answer = await fetch(address).catch(() => null)
    if (answer?.status === 200) {
      const text = await answer.text()
      if (element.isConnected && element.dataset.asks === address) element.outerHTML = text
    }
    if (answer?.status !== 204) break
    await new Promise(done => setTimeout(done, PAUSE))
  }
}

async function look() {
  for (const element of document.querySelectorAll('[data-asks]')) {
    const address = element.dataset.asks  // none, where it was answered while others were asked for
    if (!address || asked.has(address)) continue
    asked.add(address)
    await ask(element, address)
    asked.delete(address)
  }
}

document.addEventListener('htmx:after:swap', look)
whenShown(look)
