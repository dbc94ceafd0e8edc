package org.mandate.interests;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.mandate.access.People;
import org.mandate.access.PersonSummary;
import org.mandate.access.PublicPages;
import org.mandate.organisations.AccountsRegister;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of interests that anybody may read: the words that were accepted, with the
 * action agreed, where the member consents, until six months after the interest ended.
 */
@Component
public class PublicInterests implements PublicPages, AccountsRegister {

	private static final List<String> COLUMNS = List.of("name", "job_title", "declared_interest", "type",
			"direct_or_indirect", "from", "to", "action_taken");

	private final InterestReader reader;

	private final Interests interests;

	private final People people;

	private final JdbcClient jdbc;

	private final Clock clock;

	PublicInterests(InterestReader reader, Interests interests, People people, JdbcClient jdbc, Clock clock) {
		this.reader = reader;
		this.interests = interests;
		this.people = people;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A line of the public register, with the columns of published registers. Nothing
	 * else of a declaration leaves this module for the public.
	 *
	 * @param name of the holder
	 * @param position job title, or the relationship with the organisation
	 * @param interest what it is
	 * @param type which kind
	 * @param from the day it began
	 * @param to the day it ended; null while it goes on
	 * @param action what is done about it
	 */
	public record Line(String name, String position, String interest, InterestType type, LocalDate from,
			@Nullable LocalDate to, String action) {

		/** A text for each column. */
		List<String> cells() {
			return List.of(this.name, this.position, this.interest, this.type.label(), this.type.directness(),
					this.from.toString(), (this.to != null) ? this.to.toString() : "", this.action);
		}

		private boolean holds(String words) {
			return Stream
				.of(this.name, this.position, this.interest, this.type.label(), this.type.directness(), this.action)
				.anyMatch((text) -> text.toLowerCase(Locale.UK).contains(words));
		}

	}

	/**
	 * Lines in which the words stand, by name. Three statements.
	 * @param words searched for in every published column of text; empty for all lines
	 */
	@Transactional(readOnly = true)
	public List<Line> lines(String words) {
		String wanted = words.toLowerCase(Locale.UK);
		LocalDate today = InterestVersion.day(this.clock.instant());
		return lines((declaration, left) -> declaration.published(today, left)).stream()
			.filter((line) -> line.holds(wanted))
			.toList();
	}

	/** What is published of a declaration whose holder has left on a day, or not. */
	private interface Published {

		Optional<InterestVersion> of(Declaration declaration, @Nullable LocalDate left);

	}

	private List<Line> lines(Published published) {
		Map<UUID, PersonSummary> holders = this.people.everybody()
			.stream()
			.collect(Collectors.toMap(PersonSummary::id, (person) -> person));
		List<Line> lines = new ArrayList<>();
		for (Declaration declaration : this.reader.all()) {
			PersonSummary holder = Objects.requireNonNull(holders.get(declaration.holder().id()));
			Instant left = holder.left();
			published.of(declaration, (left != null) ? InterestVersion.day(left) : null)
				.ifPresent((version) -> lines.add(line(holder, version,
						String.valueOf(Objects.requireNonNull(declaration.reviewOf(version)).action()))));
		}
		return lines.stream()
			.sorted(Comparator.comparing(Line::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Line::from))
			.toList();
	}

	private static Line line(PersonSummary holder, InterestVersion version, String action) {
		return new Line(holder.name(), version.heldPosition(), version.words(), version.type(), version.beganOn(),
				version.endedOn(), action);
	}

	@Override
	public String fileName() {
		return "register-of-interests.csv";
	}

	@Override
	public String title() {
		return "Register of interests";
	}

	@Override
	public List<String> columns() {
		return COLUMNS;
	}

	/** The published lines that stood at any time in those days. Three statements. */
	@Override
	@Transactional(readOnly = true)
	public List<List<String>> rows(LocalDate first, LocalDate last) {
		return lines((declaration, left) -> declaration.published(first, last, left)).stream()
			.map(Line::cells)
			.toList();
	}

	/** The members of today who made no return since the first day. */
	@Override
	@Transactional(readOnly = true)
	public Missing missing(LocalDate first, LocalDate last) {
		return new Missing("member without a return since the year began", "members without a return since the year began",
				this.interests.holders()
					.stream()
					.filter((holder) -> holder.person().left() == null && !holder.returnedSince(first))
					.map((holder) -> holder.person().name())
					.toList(),
				null);
	}

	@Override
	@Transactional(readOnly = true)
	public List<PublicPage> pages() {
		boolean any = this.jdbc.sql("select exists (select from interest_review where accepted)")
			.query(Boolean.class)
			.single();
		return any ? List.of(new PublicPage("Register of interests", "/register-of-interests")) : List.of();
	}

}
