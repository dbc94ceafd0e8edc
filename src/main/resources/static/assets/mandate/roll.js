// Practice by practice: shows the running tally, and keeps on this device what was tapped until the server has it. Without it the plain form does.
for (const link of document.querySelectorAll('[data-roll-forget]')) {
	link.addEventListener('click', () => forget(link.dataset.rollForget))
}
for (const form of document.querySelectorAll('form[data-roll]')) {
	const roll = showTally(form)
	if (form.dataset.roll === 'kept') keep(form, roll)
}

function read(key) {
	try {
		return JSON.parse(localStorage.getItem(key))
	} catch {
		return null
	}
}

function write(key, kept) {
	try {
		localStorage.setItem(key, JSON.stringify(kept))
	} catch {
		// A device that keeps nothing still sends what is tapped.
	}
}

function forget(key) {
	try {
		localStorage.removeItem(key)
	} catch {
		// Then nothing was kept either.
	}
}

function showTally(form) {
	const groups = [...form.querySelectorAll('[data-practice]')]
	const next = form.querySelector('[data-roll-next]')
	let last = null
	const chosen = (group) => group.querySelector('input:checked')
	const votes = () => Object.fromEntries(groups.map((group) => [group.dataset.practice, chosen(group)?.value ?? '']))
	const withoutVote = () => {
		const after = groups.indexOf(last) + 1
		return [...groups.slice(after), ...groups.slice(0, after)].find((group) => !chosen(group)?.value)
	}
	const update = () => {
		const counts = new Map([...groups[0].querySelectorAll('input')].map((input) => [input.value, 0]))
		for (const vote of Object.values(votes())) counts.set(vote, (counts.get(vote) ?? 0) + 1)
		const rest = counts.get('')
		let words = `${groups.length - rest} of ${groups.length} practices${rest > 0 ? `, ${rest} to go` : ''}.`
		for (const input of groups[0].querySelectorAll('input')) {
			if (input.value && counts.get(input.value) > 0) words += ` ${input.labels[0].textContent}: ${counts.get(input.value)}.`
		}
		const said = form.querySelector('[data-roll-tally]')
		if (said.textContent !== words) said.textContent = words
		const practice = withoutVote()
		next.hidden = !practice
		if (practice) next.querySelector('a').hash = practice.id
	}
	const choose = (group, vote) => {
		for (const input of group.querySelectorAll('input')) input.checked = input.value === vote
	}
	const restore = (kept) => {
		for (const group of groups) choose(group, kept[group.dataset.practice] ?? '')
		update()
	}
	const fill = (all) => {
		for (const group of groups) {
			if (all || !chosen(group)?.value) choose(group, form.dataset.proposed)
		}
		update()
	}
	form.addEventListener('change', (event) => {
		last = event.target.closest('[data-practice]') ?? last
		update()
	})
	next.addEventListener('click', (event) => {
		const practice = withoutVote()
		if (!practice) return
		event.preventDefault()
		last = practice
		const input = chosen(practice) ?? practice.querySelector('input')
		input.focus({ preventScroll: true })
		practice.scrollIntoView({ block: 'center' })
		update()
	})
	update()
	return { votes, restore, fill }
}

function keep(form, roll) {
	const { key, draft, check } = form.dataset
	const seen = form.elements.seen
	const state = form.querySelector('[data-roll-state]')
	const same = (one, other) => Object.keys(other).every((practice) => (one[practice] ?? '') === other[practice])
	const waiting = 'Kept on this device; not saved yet.'
	let kept = read(key)
	let attempt = null
	let askPage = false
	let timer

	const show = (words, link) => {
		state.textContent = words
		if (link) {
			const again = document.createElement('a')
			again.href = location.href
			again.className = 'nhsuk-link'
			again.textContent = link
			state.append(' ', again)
		}
	}
	const later = (time) => {
		clearTimeout(timer)
		timer = setTimeout(send, time)
	}
	const note = () => {
		kept = { seen: seen.value, votes: roll.votes(), ...(kept?.sent && { sent: kept.sent }) }
		write(key, kept)
		show(waiting)
	}
	const post = async (votes) => {
		const body = new URLSearchParams(new FormData(form))
		for (const [practice, vote] of Object.entries(votes)) body.set(`votes[${practice}]`, vote)
		const stop = new AbortController()
		const patience = setTimeout(() => stop.abort(), 10000)
		try {
			const response = await fetch(draft, { method: 'POST', body, redirect: 'manual', signal: stop.signal })
			if (response.type === 'opaqueredirect' || response.status === 403) return { state: 'signed-out' }
			return response.ok ? await response.json() : { state: 'failed' }
		} catch {
			return { state: 'failed' }
		} finally {
			clearTimeout(patience)
		}
	}
	// What may have reached the server although its answer was lost is sent again first: the server knows it again.
	const sendAll = async () => {
		while (kept) {
			const sent = kept.sent ?? kept.votes
			kept = { ...kept, sent }
			write(key, kept)
			const answer = await post(sent)
			if (answer.state === 'refused' || answer.state === 'conflict') {
				kept = { seen: kept.seen, votes: kept.votes }
				write(key, kept)
			}
			if (answer.state !== 'saved') return answer
			seen.value = answer.version
			if (same(sent, kept.votes)) {
				kept = null
				forget(key)
			} else {
				kept = { seen: seen.value, votes: kept.votes }
				write(key, kept)
			}
		}
		return { state: 'saved' }
	}
	function send() {
		clearTimeout(timer)
		attempt ??= tryOnce().finally(() => {
			attempt = null
		})
		return attempt
	}
	async function tryOnce() {
		if (!kept) return false
		if (!navigator.onLine) {
			show(`${waiting} It is sent when the connection is back.`)
			return false
		}
		const answer = await sendAll()
		askPage = answer.state === 'conflict' || answer.state === 'refused'
		if (answer.state === 'saved') {
			const time = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true, timeZone: 'Europe/London' })
			show(`Saved ${time.format(new Date()).replace(/\s/g, '').toLowerCase()}.`)
		} else if (answer.state === 'conflict') {
			show('Somebody else saved this return. What you entered is kept on this device: continue to compare the two.')
		} else if (answer.state === 'refused') {
			show(`${waiting} ${answer.message}`)
		} else if (answer.state === 'signed-out') {
			show(`${waiting} You are signed out.`, 'Sign in again')
		} else {
			show(`${waiting} It is sent again in a moment.`)
			later(15000)
		}
		return answer.state === 'saved'
	}

	form.addEventListener('change', () => {
		note()
		later(2000)
	})
	window.addEventListener('online', send)
	document.addEventListener('visibilitychange', () => {
		if (document.hidden) send()
	})
	form.addEventListener('submit', async (event) => {
		if (event.submitter?.name === 'fill') {
			event.preventDefault()
			roll.fill(event.submitter.value === 'all')
			note()
			return
		}
		if (askPage) return
		event.preventDefault()
		note()
		if (await send()) location.assign(check)
		else if (askPage) form.submit()
	})

	if (kept && same(kept.votes, roll.votes())) {
		kept = null
		forget(key)
	} else if (kept) {
		seen.value = kept.seen
		roll.restore(kept.votes)
		show(waiting)
		send()
	}
}
