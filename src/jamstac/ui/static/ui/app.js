/* JAMSTAC · app.js: only what HTML cannot do. Every page works without it.
   1 · a form is sent once   2 · names of chosen files   3 · menus close   4 · keys in the KUK grid
   5 · drafts written offline wait on the phone and are sent when the line is back
   6 · a test counts down   7 · a form that came back */
(() => {
  'use strict'
  const body = document.body

  // 1 · A form is sent once: the second click does nothing until the page answers or comes back.
  const LOCKED = 15000
  const unlock = (form) => {
    delete form.dataset.sent
    form.querySelectorAll('[data-locked]').forEach((button) => {
      button.disabled = false
      button.removeAttribute('aria-busy')
      delete button.dataset.locked
    })
  }
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (event.defaultPrevented || (event.submitter?.formMethod || form.method) !== 'post') return
    if (form.dataset.sent) { event.preventDefault(); return }
    if (form.dataset.signout && queue.read().length && !window.confirm(form.dataset.signout)) { event.preventDefault(); return }
    form.dataset.sent = 'yes'
    window.setTimeout(() => {
      form.querySelectorAll('button[type=submit]').forEach((button) => {
        if (button.disabled) return
        button.disabled = true
        button.dataset.locked = 'yes'
      })
      event.submitter?.setAttribute('aria-busy', 'true')
    })
    window.setTimeout(() => unlock(form), LOCKED)
  })
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(unlock))

  // 2 · The drop says which file was chosen.
  document.addEventListener('change', (event) => {
    const drop = event.target.type === 'file' && event.target.closest('.drop')
    if (!drop) return
    const names = [...event.target.files].map((file) => file.name)
    const words = drop.querySelector('[data-filename]')
    words.dataset.words ??= words.innerHTML
    if (names.length) words.textContent = names.join(', ')
    else words.innerHTML = words.dataset.words
    drop.toggleAttribute('data-filled', names.length > 0)
  })
  document.addEventListener('change', (event) => {
    if (event.target.matches('.filters select')) event.target.form.requestSubmit()
  })

  // 3 · A menu closes by Escape and by a click elsewhere.
  const closeMenus = (except) => document.querySelectorAll('.menu[open]').forEach((menu) => { if (menu !== except) menu.open = false })
  document.addEventListener('click', (event) => closeMenus(event.target.closest('.menu')))
  document.addEventListener('keydown', (event) => {
    const menu = event.key === 'Escape' && event.target.closest('.menu[open]')
    if (menu) { menu.open = false; menu.querySelector('summary').focus() }
  })

  // 4 · In the KUK grid: 1 is the first answer, 2 the second; up and down go to the row before and after.
  const answers = (row) => [...row.querySelectorAll('.seg input[type=radio]:not(:disabled)')]
  const openNote = (row) => {
    const no = row.querySelector('.seg input[data-no]')
    const yes = row.querySelector('.seg input:not([data-no])')
    if (no?.checked) row.querySelectorAll('details[data-on-no]').forEach((details) => { details.open = true })
    if (yes?.checked) row.querySelectorAll('details[data-on-yes]').forEach((details) => { details.open = true })
  }
  document.addEventListener('change', (event) => {
    const row = event.target.closest('.kuk')
    if (row && event.target.closest('.seg')) openNote(row)
    const more = event.target.closest('.choice')?.nextElementSibling
    if (event.target.checked && more?.matches('details[data-on-yes]')) more.open = true
  })
  document.addEventListener('focusin', (event) => {
    const row = event.target.closest('.kuk')
    if (!row) return
    document.querySelectorAll('.kuk[data-state=now]').forEach((other) => delete other.dataset.state)
    row.dataset.state = 'now'
  })
  document.addEventListener('keydown', (event) => {
    const row = event.target.closest('.kuk')
    if (!row || event.ctrlKey || event.altKey || event.metaKey || event.target.matches('textarea, select, input:not([type=radio])')) return
    const choice = answers(row)['12'.indexOf(event.key)]
    if (choice) {
      event.preventDefault()
      choice.focus()
      if (!choice.checked) choice.click()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const rows = [...document.querySelectorAll('.kuk')].filter((each) => each.checkVisibility?.() ?? each.offsetParent)
      const next = rows[rows.indexOf(row) + (event.key === 'ArrowDown' ? 1 : -1)]
      const target = next && (answers(next).find((each) => each.checked) || answers(next)[0])
      target?.focus()
      next?.scrollIntoView({ block: 'nearest' })
    }
  })

  // 4b · In a grid of KUK × asesi: arrows go from cell to cell, Y and T answer.
  document.addEventListener('keydown', (event) => {
    const cell = event.target.closest('table[data-matrix] td')
    if (!cell || event.ctrlKey || event.altKey || event.metaKey) return
    const inputs = (each) => [...(each?.querySelectorAll('input[type=radio]:not(:disabled)') ?? [])]
    const choice = inputs(cell)[{ y: 0, t: 1 }[event.key.toLowerCase()]]
    if (choice) {
      event.preventDefault()
      choice.focus()
      if (!choice.checked) choice.click()
      return
    }
    const [down, right] = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key] ?? [0, 0]
    if (!down && !right) return
    event.preventDefault()
    const row = cell.parentElement
    const next = row.parentElement.rows[row.sectionRowIndex + down]?.cells[cell.cellIndex + right]
    const target = inputs(next).find((each) => each.checked) ?? inputs(next)[0]
    target?.focus()
    next?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  // 5 · Drafts offline. Only autosaves wait here: a POST of htmx that a change or a pause set off, never an act.
  const KEY = `jamstac.antrean.${body.dataset.person || 'tamu'}`
  const AT_MOST = 400
  const queue = {
    read () { try { return JSON.parse(window.localStorage.getItem(KEY)) || [] } catch { return [] } },
    write (waiting) {
      try {
        if (waiting.length) window.localStorage.setItem(KEY, JSON.stringify(waiting))
        else window.localStorage.removeItem(KEY)
        return true
      } catch { return false }
    },
    add (path, sent) {
      const waiting = queue.read().filter((each) => each.path !== path || each.sent !== sent)
      return waiting.length < AT_MOST && queue.write([...waiting, { path, sent }])
    }
  }
  const show = (state, words) => document.querySelectorAll('.saved').forEach((mark) => {
    mark.dataset.state = state
    mark.lastElementChild.textContent = words ?? mark.dataset[state]
  })
  const clock = () => new Date().toTimeString().slice(0, 5).replace(':', '.')
  const showSaved = () => document.querySelectorAll('.saved').forEach((mark) => {
    mark.dataset.state = 'saved'
    mark.lastElementChild.textContent = `${mark.dataset.saved} ${clock()}`
  })
  const showWaiting = () => document.querySelectorAll('.saved').forEach((mark) => {
    mark.dataset.state = 'offline'
    mark.lastElementChild.textContent = mark.dataset.offline.replace('#', queue.read().length)
  })
  const token = () => JSON.parse(body.getAttribute('hx-headers') || '{}')
  const isAutosave = (config) => config?.verb === 'post' && ['change', 'input', 'keyup', 'focusout', 'blur'].includes(config.triggeringEvent?.type)
  const isLogin = (address) => new URL(address, window.location.href).pathname.startsWith('/akun/')
  const written = (config) => {
    const pairs = config.formData ? [...config.formData.entries()] : Object.entries(config.parameters)
    if (pairs.some(([, value]) => value instanceof window.File)) return null
    return new URLSearchParams(pairs.filter(([name]) => name !== 'csrfmiddlewaretoken')).toString()
  }
  const keep = (config) => {
    const sent = written(config)
    if (sent !== null && queue.add(config.path, sent)) showWaiting()
    else show('failed')
  }
  let sending = false
  const flush = async () => {
    if (sending || !queue.read().length) return
    sending = true
    let refused = false
    try {
      for (let [first, ...rest] = queue.read(); first; [first, ...rest] = queue.read()) {
        const answer = await window.fetch(first.path, {
          method: 'POST',
          body: first.sent,
          headers: { ...token(), 'Content-Type': 'application/x-www-form-urlencoded', 'HX-Request': 'true' }
        })
        if (isLogin(answer.url) || answer.headers.get('X-Session') === 'stale') { show('expired'); return }
        if (answer.status >= 500 || answer.status === 429) { showWaiting(); return }
        refused = refused || !answer.ok
        queue.write(queue.read().slice(1))
      }
      if (refused) show('failed')
      else showSaved()
    } catch { showWaiting() } finally { sending = false }
  }
  body.addEventListener('htmx:configRequest', (event) => {
    if (isAutosave(event.detail)) event.detail.parameters.saved_at = new Date().toISOString()
  })
  body.addEventListener('htmx:beforeRequest', (event) => {
    const config = event.detail.requestConfig
    if (!isAutosave(config)) return
    if (navigator.onLine && !queue.read().length) { show('saving'); return }
    event.preventDefault()
    keep(config)
    flush()
  })
  body.addEventListener('htmx:sendError', (event) => { if (isAutosave(event.detail.requestConfig)) keep(event.detail.requestConfig) })
  body.addEventListener('htmx:timeout', (event) => { if (isAutosave(event.detail.requestConfig)) keep(event.detail.requestConfig) })
  body.addEventListener('htmx:beforeSwap', (event) => {
    if (!isLogin(event.detail.xhr.responseURL || window.location.href) || isLogin(window.location.href)) return
    event.detail.shouldSwap = false
    if (isAutosave(event.detail.requestConfig)) keep(event.detail.requestConfig)
    show('expired')
  })
  body.addEventListener('htmx:afterRequest', (event) => {
    const { requestConfig, xhr, successful } = event.detail
    if (!isAutosave(requestConfig) || !xhr?.status || isLogin(xhr.responseURL || window.location.href)) return
    if (successful) showSaved()
    else if (xhr.getResponseHeader('X-Session') === 'stale') { keep(requestConfig); show('expired') }
    else show('failed')
  })
  window.addEventListener('online', flush)
  window.addEventListener('offline', showWaiting)
  if (queue.read().length) { showWaiting(); flush() }

  // 6 · A test counts down. At its end the paper is handed in; the server holds the same clock and has the last word.
  document.querySelectorAll('[data-until]').forEach((timer) => {
    const end = new Date(timer.dataset.until).getTime()
    const words = timer.lastElementChild
    const two = (number) => String(number).padStart(2, '0')
    const tick = () => {
      const left = Math.round((end - Date.now()) / 1000)
      if (left <= 0) {
        words.textContent = timer.dataset.over
        timer.dataset.state = 'over'
        window.clearInterval(running)
        document.querySelector('form[data-when-over]')?.requestSubmit()
        return
      }
      words.textContent = `${two(Math.floor(left / 60))}.${two(left % 60)}`
      if (left <= 120) timer.dataset.state = 'near'
    }
    const running = window.setInterval(tick, 1000)
    tick()
  })

  // 7 · A form that came back with something to mend: its first wrong field is in sight, under the cursor.
  const wrong = document.querySelector('form .field[data-state="error"] :is(input:not([type="hidden"]), select, textarea)')
  if (wrong) {
    const folded = wrong.closest('details')
    if (folded) folded.open = true
    wrong.focus()
  }
})()
