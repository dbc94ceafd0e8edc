package org.mandate.voting;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When ballots close by themselves. From the closing time on nothing is taken, whether or
 * not the closing has been noticed; noticing it puts it on the record, once, however many
 * applications look.
 */
@Component
@EnableScheduling
public class Closing {

	private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

	private final Ballots ballots;

	private final UnitReturns returns;

	private final Organisations organisations;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Closing(Ballots ballots, UnitReturns returns, Organisations organisations, JdbcClient jdbc,
			PlatformTransactionManager transactions, Clock clock) {
		this.ballots = ballots;
		this.returns = returns;
		this.organisations = organisations;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	private record Due(UUID appraisal, int number) {
	}

	/**
	 * Say when a ballot closes by itself.
	 * @param time null for never
	 * @throws ClosingNotPossible if that has passed, or if the ballot has closed
	 */
	@Transactional
	public void change(AppraisalSummary appraisal, int number, @Nullable ClosingTime time) {
		Ballot ballot = this.ballots.findForClosing(appraisal.id(), number)
			.orElseThrow(() -> new NotFound("There is no ballot " + number));
		ballot.closeAt(time, this.clock.instant());
		this.ballots.save(ballot);
	}

	/**
	 * Close every ballot of every organisation whose closing time has come. Several
	 * applications may do so at once: each ballot is locked and looked at again before it
	 * is closed. One that fails is tried again the next time, and keeps no other open.
	 * @return how many were closed
	 */
	@Scheduled(cron = "${mandate.closing.schedule}")
	public int closeDue() {
		int closed = 0;
		for (Organisation organisation : this.organisations.all()) {
			closed += Tenant.<Integer, RuntimeException>call(organisation.id(), () -> closeDueOf(organisation));
		}
		return closed;
	}

	private int closeDueOf(Organisation organisation) {
		int closed = 0;
		for (Due each : due()) {
			try {
				if (Boolean.TRUE.equals(this.transaction.execute((status) -> close(each)))) {
					closed++;
					LOG.info("Closed ballot {} of {} at its closing time", each.number(), organisation.code());
				}
			}
			catch (RuntimeException ex) {
				LOG.error(
						"Ballot {} of {} has reached its closing time and could not be closed; nothing is taken for it, "
								+ "and closing it is tried again",
						each.number(), organisation.code(), ex);
			}
		}
		return closed;
	}

	private List<Due> due() {
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		return this.transaction.execute((status) -> this.jdbc.sql("""
				select appraisal_id, number from ballot
				where closes_at <= :now and opened_at is not null and closed_at is null and withdrawn_at is null
				order by closes_at, appraisal_id, number
				""")
			.param("now", now)
			.query((row, at) -> new Due(row.getObject("appraisal_id", UUID.class), row.getInt("number")))
			.list());
	}

	private boolean close(Due due) {
		Ballot ballot = this.ballots.findForClosing(new AppraisalId(due.appraisal()), due.number()).orElseThrow();
		Instant now = this.clock.instant();
		boolean closed = ballot.closeWhenDue(this.returns.outstanding(ballot), now);
		if (closed) {
			this.ballots.save(ballot);
		}
		return closed;
	}

}
