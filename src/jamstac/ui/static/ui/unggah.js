/* JAMSTAC · unggah.js: a chosen file goes to the server in pieces and goes on after a lost line or a reload.
   Only drops with data-resume; without this script the form sends the whole file as ever. */
(() => {
  'use strict'
  const PIECE = 512 * 1024
  const PATIENCE = 90000
  const tokens = JSON.parse(document.body.getAttribute('hx-headers') || '{}')
  const passing = new WeakSet()
  const running = new Map() // form → number of uploads on their way
  const pause = (seconds) => new Promise((resolve) => {
    const done = () => { window.removeEventListener('online', done); window.clearTimeout(timer); resolve() }
    const timer = window.setTimeout(done, seconds * 1000)
    window.addEventListener('online', done)
  })

  // Tells the same file chosen again from another one of the same name and size: its age, its two ends.
  const fingerprint = async (file) => {
    const ends = await new Blob([file.slice(0, 65536), file.slice(-65536)]).arrayBuffer()
    let hash = 0x811c9dc5
    for (const byte of new Uint8Array(ends)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
    return `${file.lastModified}-${hash.toString(16)}`
  }

  class Failed extends Error {}
  const ask = async (url, options, words) => {
    const stop = new AbortController()
    const timer = window.setTimeout(() => stop.abort(), PATIENCE)
    try {
      const answer = await window.fetch(url, { ...options, signal: stop.signal, redirect: 'manual', headers: { ...tokens, ...options.headers } })
      if (answer.type === 'opaqueredirect' || answer.status === 403) throw new Failed(words.expired)
      if (answer.status >= 500 || answer.status === 429) throw new Error('try again')
      return answer
    } finally { window.clearTimeout(timer) }
  }
  // Again and again until the server answers; a refusal is an answer.
  const insist = async (row, url, options) => {
    for (let wait = 1; ; wait = Math.min(wait * 2, 15)) {
      if (row.cancelled) throw new Failed('')
      try { return await ask(url, options, row.words) } catch (error) {
        if (error instanceof Failed) throw error
        row.say(row.words.waiting)
        await pause(wait)
        if (options.method === 'PATCH') return null
      }
    }
  }
  const refusal = async (answer, words) => {
    const said = await answer.json().catch(() => null)
    throw new Failed(said ? `${said.sentence} ${said.remedy}` : words.failed)
  }

  const send = async (row, file, url) => {
    const begun = await insist(row, url, { method: 'POST', body: new URLSearchParams({ name: file.name, size: file.size, mark: await fingerprint(file) }) })
    if (!begun.ok) await refusal(begun, row.words)
    const upload = await begun.json()
    row.url = upload.url
    let offset = upload.offset
    while (offset < file.size) {
      row.at(offset, file.size)
      const headers = { 'Upload-Offset': String(offset), 'Content-Type': 'application/partial-upload' }
      let answer = await insist(row, upload.url, { method: 'PATCH', headers, body: file.slice(offset, offset + PIECE) })
      if (answer === null) answer = await insist(row, upload.url, { method: 'HEAD' })
      if (!answer.headers.has('Upload-Offset')) await refusal(answer, row.words)
      offset = Number(answer.headers.get('Upload-Offset'))
    }
    row.at(offset, file.size)
    return upload.id
  }

  const rowOf = (drop, input, file) => {
    const words = drop.dataset
    const [item, label, bar, button] = ['li', 'span', 'progress', 'button'].map((each) => document.createElement(each))
    const note = document.createElement('small')
    item.className = 'file'
    label.className = 'file__name'
    bar.className = 'meter'
    bar.setAttribute('aria-label', file.name)
    note.setAttribute('role', 'status')
    button.type = 'button'
    button.className = 'button'
    button.dataset.kind = 'quiet'
    button.dataset.size = 's'
    button.textContent = words.cancel
    label.append(file.name, bar, note)
    item.append(label, button)
    const list = drop.nextElementSibling?.matches('ul.uploads') ? drop.nextElementSibling : document.createElement('ul')
    if (!list.isConnected) { list.className = 'uploads'; drop.after(list) }
    list.append(item)
    const row = {
      words,
      cancelled: false,
      say (text) { note.textContent = text },
      at (offset, size) { bar.max = size; bar.value = offset; note.textContent = `${Math.floor(100 * offset / size)}%` },
      done (id) {
        const hidden = document.createElement('input')
        Object.assign(hidden, { type: 'hidden', name: `${input.name}.unggahan`, value: id })
        item.append(hidden)
        bar.remove()
        note.textContent = words.done
      },
      failed (text) { bar.remove(); note.textContent = text; item.dataset.failed = 'yes' }
    }
    button.addEventListener('click', () => {
      row.cancelled = true
      item.remove()
      if (row.url) window.fetch(row.url, { method: 'DELETE', headers: tokens }).catch(() => {})
    })
    return row
  }

  const settle = (form, by) => running.set(form, (running.get(form) ?? 0) + by)
  document.addEventListener('change', async (event) => {
    const input = event.target
    const drop = input.type === 'file' && input.closest('.drop[data-resume]')
    if (!drop || passing.has(input) || !input.files.length) return
    event.stopImmediatePropagation()
    const [files, form] = [[...input.files], input.form]
    input.value = ''
    if (!input.multiple) drop.parentElement.querySelectorAll(':scope > ul.uploads button').forEach((each) => each.click())
    settle(form, 1)
    let arrived = 0
    const rows = files.map((file) => [rowOf(drop, input, file), file])
    for (const [row, file] of rows) {
      if (row.cancelled) continue
      try {
        const id = await send(row, file, drop.dataset.resume)
        if (!row.cancelled) { row.done(id); arrived += 1 }
      } catch (error) { if (!row.cancelled) row.failed(error instanceof Failed ? error.message : drop.dataset.failed) }
    }
    settle(form, -1)
    if (form?.dataset.waiting && !running.get(form)) {
      delete form.dataset.waiting
      if (arrived === files.length) form.requestSubmit()
    } else if (arrived) {
      passing.add(input)
      input.dispatchEvent(new Event('change', { bubbles: true }))
      passing.delete(input)
    }
  }, true)

  // Saved before all has arrived: the form waits for the rest and goes by itself.
  document.addEventListener('submit', (event) => {
    if (!running.get(event.target)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    event.target.dataset.waiting = 'yes'
  }, true)
  window.addEventListener('beforeunload', (event) => {
    if ([...running.values()].some(Boolean)) event.preventDefault()
  })
})()
