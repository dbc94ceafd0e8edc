// Keeps what is typed as a draft, says who else is writing, and inserts figures where the cursor is. Without it the buttons of the form do.
for (const form of document.querySelectorAll('form[data-narrative]')) {
	const text = form.elements.text
	const state = form.querySelector('[data-narrative-state]')
	const others = document.getElementById('others')
	const time = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/London' })
	const soon = 2000
	const beat = 60000
	let waiting = false
	let sending = false
	let left = false
	let timer

	const show = (sentences) => {
		const words = sentences.map((sentence) => `${sentence}.`)
		if ([...others.querySelectorAll('p')].map((line) => line.textContent).join() === words.join()) return
		const inset = document.createElement('div')
		inset.className = 'nhsuk-inset-text app-writing'
		inset.append(...words.map((word) => {
			const line = document.createElement('p')
			line.textContent = word
			return line
		}))
		others.replaceChildren(...(words.length > 0 ? [inset] : []))
	}

	const post = async (typed) => {
		const body = new FormData(form)
		body.set('typed', typed)
		const response = await fetch(form.dataset.narrative, { method: 'POST', body, redirect: 'manual' })
		if (response.type === 'opaqueredirect' || response.status === 403) return { state: 'signed-out' }
		return response.ok ? response.json() : { state: 'failed' }
	}

	const send = async () => {
		clearTimeout(timer)
		if (sending || left) return
		sending = true
		const typed = waiting
		waiting = false
		const answer = await post(typed).catch(() => ({ state: 'failed' }))
		sending = false
		if (left) return
		if (answer.others) show(answer.others)
		if (typed && answer.state === 'kept') state.textContent = `Draft kept at ${time.format(new Date())}. It is not saved as a version yet.`
		else if (typed && answer.state === 'refused') state.textContent = `Your draft is not kept. ${answer.message}.`
		else if (typed) {
			waiting = true
			state.textContent = answer.state === 'signed-out'
				? 'You are signed out, so your draft is not kept. Copy your text, then sign in again.'
				: 'Your draft could not be kept. It is tried again in a moment.'
		}
		later(waiting && answer.state === 'kept' ? soon : beat)
	}

	const later = (wait) => {
		clearTimeout(timer)
		timer = setTimeout(() => {
			if (waiting || document.visibilityState === 'visible') send()
			else later(beat)
		}, wait)
	}

	text.addEventListener('input', () => {
		waiting = true
		later(soon)
	})
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'hidden' && waiting) send()
	})
	form.addEventListener('submit', (event) => {
		if (event.defaultPrevented) return
		left = true
		clearTimeout(timer)
	})

	const insert = form.querySelector('button[value="insert"]')
	insert.textContent = 'Insert at the cursor'
	insert.addEventListener('click', (event) => {
		const key = form.elements.fact.value
		if (!key) return
		event.preventDefault()
		text.focus()
		text.setRangeText(`{{${key}}}`, text.selectionStart, text.selectionEnd, 'end')
		text.dispatchEvent(new Event('input', { bubbles: true }))
	})
	later(beat)
}
