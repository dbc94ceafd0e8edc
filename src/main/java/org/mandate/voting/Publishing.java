package org.mandate.voting;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.mandate.access.PublicPages;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.NotFound;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may read the result of a ballot. A result is out when the ballot has closed, to
 * whom its publication says.
 */
@Component
public class Publishing implements PublicPages {

	private static final String OUT = """
			publication = 'PUBLIC' and opened_at is not null and withdrawn_at is null
				and (closed_at is not null or closes_at <= :now)
			""";

	private final Ballots ballots;

	private final Appraisals appraisals;

	private final Voting voting;

	private final JdbcClient jdbc;

	private final Clock clock;

	Publishing(Ballots ballots, Appraisals appraisals, Voting voting, JdbcClient jdbc, Clock clock) {
		this.ballots = ballots;
		this.appraisals = appraisals;
		this.voting = voting;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A result that anybody may read.
	 *
	 * @param appraisal of which appraisal
	 * @param number of the ballot within it
	 * @param question what the practices were asked
	 * @param closed when it closed
	 */
	public record Published(AppraisalSummary appraisal, int number, String question, Instant closed) {

		/** Its address below the organisation's. */
		public String path() {
			return "/published-results/%s/%d".formatted(this.appraisal.year().slug(), this.number);
		}

	}

	/**
	 * Say who may read the result.
	 * @throws NotFound if there is no such ballot
	 */
	@Transactional
	public void change(AppraisalSummary appraisal, int number, Publication to) {
		Ballot ballot = this.ballots.findForClosing(appraisal.id(), number)
			.orElseThrow(() -> new NotFound("There is no ballot " + number));
		ballot.publish(to);
		this.ballots.save(ballot);
	}

	/** The current organisation's results that anybody may read, the latest first. */
	@Transactional(readOnly = true)
	public List<Published> published() {
		Map<UUID, AppraisalSummary> all = this.appraisals.all()
			.stream()
			.collect(Collectors.toMap((appraisal) -> appraisal.id().id(), Function.identity()));
		return this.jdbc
			.sql("select appraisal_id, number, question, coalesce(closed_at, closes_at) as closed from ballot where "
					+ OUT + " order by closed desc, number desc")
			.param("now", now())
			.query((row, at) -> new Published(
					Objects.requireNonNull(all.get(row.getObject("appraisal_id", UUID.class))), row.getInt("number"),
					row.getString("question"), row.getObject("closed", OffsetDateTime.class).toInstant()))
			.list();
	}

	/**
	 * A ballot whose result anybody may read.
	 * @param year of the appraisal, as in addresses
	 * @throws NotFound if there is none of that number, or its result is not for
	 * everybody
	 */
	@Transactional(readOnly = true)
	public BallotRecord published(String year, int number) {
		Published found = published().stream()
			.filter((each) -> each.number() == number && each.appraisal().year().slug().equals(year))
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no published result " + number));
		return this.voting.ballot(found.appraisal(), number);
	}

	@Override
	@Transactional(readOnly = true)
	public List<PublicPage> pages() {
		boolean any = this.jdbc.sql("select exists (select from ballot where " + OUT + ")")
			.param("now", now())
			.query(Boolean.class)
			.single();
		return any ? List.of(new PublicPage("Published results", "/published-results")) : List.of();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
