package org.mandate.meetings;

import java.time.LocalDate;
import java.util.List;

import org.mandate.access.Addresses;
import org.mandate.organisations.AccountsRegister;
import org.mandate.organisations.Organisations;

import org.springframework.stereotype.Component;

/**
 * The register of decisions for the annual accounts: the published decisions of the
 * meetings of a financial year, the earliest first.
 */
@Component
class DecisionsOfYear implements AccountsRegister {

	private final PublishedDecisions decisions;

	private final MeetingReader reader;

	private final Organisations organisations;

	private final Addresses addresses;

	DecisionsOfYear(PublishedDecisions decisions, MeetingReader reader, Organisations organisations,
			Addresses addresses) {
		this.decisions = decisions;
		this.reader = reader;
		this.organisations = organisations;
		this.addresses = addresses;
	}

	@Override
	public String fileName() {
		return "register-of-decisions.csv";
	}

	@Override
	public String title() {
		return "Register of decisions";
	}

	@Override
	public List<String> columns() {
		return PublishedDecision.COLUMNS;
	}

	@Override
	public List<List<String>> rows(LocalDate first, LocalDate last) {
		String base = this.addresses.of("/" + this.organisations.current().slug());
		return this.decisions.all()
			.reversed()
			.stream()
			.filter((decision) -> within(decision.on(), first, last))
			.map((decision) -> decision.cells(base))
			.toList();
	}

	/** Closed meetings that decided something and have not published it. */
	@Override
	public Missing missing(LocalDate first, LocalDate last) {
		return new Missing("closed meeting whose decisions are not published",
				"closed meetings whose decisions are not published",
				this.reader.all()
					.stream()
					.filter((meeting) -> within(meeting.details().on(), first, last) && unpublished(meeting))
					.map(Meeting::title)
					.toList(),
				"/meetings");
	}

	private static boolean unpublished(Meeting meeting) {
		return meeting.closed() && meeting.publishedAt() == null
				&& meeting.items()
					.stream()
					.anyMatch((item) -> item.forDecision() && item.outcome() != null && !item.statement().inPrivate());
	}

	private static boolean within(LocalDate day, LocalDate first, LocalDate last) {
		return !day.isBefore(first) && !day.isAfter(last);
	}

}
