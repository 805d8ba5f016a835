// Forms that are sent wait their turn behind what is asked of the page; asking for another place would drop them.

let sent = 0
const waiting = new Map()

const isQueued = element => element?.closest?.('[hx-sync]')?.getAttribute('hx-sync').startsWith('#place:')

/** How many forms were sent so far: what was asked for before the last one may be older than it. */
export const sentForms = () => sent

/** Wait until every form that was sent is answered. */
export async function formsAnswered() {
  while (waiting.size) await Promise.all([...waiting.values()].map(one => one.promise))
}

document.addEventListener('htmx:config:request', event => {
  const {ctx} = event.detail
  if (ctx.request.method === 'GET' || !isQueued(ctx.sourceElement)) return
  sent++
  const one = {}
  one.promise = new Promise(done => { one.done = done })
  waiting.set(ctx, one)
})
document.addEventListener('htmx:finally:request', event => {
  waiting.get(event.detail.ctx)?.done()
  waiting.delete(event.detail.ctx)
})
