// What takes the server a while is asked for once the page is there, again and again until it is known.

const PAUSE = 300
const asked = new Set()

async function ask(element) {
  const address = element.dataset.asks
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
    if (asked.has(element.dataset.asks)) continue
    asked.add(element.dataset.asks)
    await ask(element)
    asked.delete(element.dataset.asks)
  }
}

document.addEventListener('htmx:after:swap', look)
look()
