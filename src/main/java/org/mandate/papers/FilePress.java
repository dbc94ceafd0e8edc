package org.mandate.papers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.apache.commons.codec.digest.DigestUtils;
import org.mandate.audit.Trail;
import org.mandate.database.OrganisationId;
import org.mandate.database.Tenant;
import org.mandate.documents.CanonicalJson;
import org.mandate.documents.Document;
import org.mandate.documents.Format;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the files that were asked for, one at a time, so that several cost no more memory
 * than one. A file is stored whole with the note that it is finished, or not at all: what
 * a killed application had begun is begun again once its time is over, three times at
 * most.
 */
@Component
class FilePress {

	private static final Logger LOG = LoggerFactory.getLogger(FilePress.class);

	/** How often a file is tried. */
	static final int ATTEMPTS = 3;

	/** How long an attempt may take before another is made. */
	static final Duration PATIENCE = Duration.ofMinutes(2);

	/** How long a file is kept that somebody asked for. */
	private static final Duration KEPT = Duration.ofDays(7);

	private final Organisations organisations;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final ExecutorService press = Executors
		.newSingleThreadExecutor((work) -> Thread.ofPlatform().name("file-press").daemon().unstarted(work));

	FilePress(Organisations organisations, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
		this.organisations = organisations;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	private record Job(UUID id, Kind kind, Format format, String content, Proof proof, int attempt) {
	}

	@PreDestroy
	void stop() throws InterruptedException {
		this.press.shutdown();
		if (!this.press.awaitTermination(5, TimeUnit.SECONDS)) {
			this.press.shutdownNow();
		}
	}

	/** Begin as soon as what was asked for is on record. */
	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
	void asked(PaperFiles.Asked asked) {
		Tenant.current().ifPresent((organisation) -> this.press.execute(() -> makeAll(organisation)));
	}

	/**
	 * Look for files that nobody is making, of every organisation, and for those that
	 * need not be kept any longer.
	 */
	@Scheduled(cron = "${mandate.files.schedule}")
	void sweep() {
		for (Organisation organisation : this.organisations.all()) {
			this.press.execute(() -> {
				makeAll(organisation.id());
				giveUp(organisation.id());
				forget(organisation.id());
			});
		}
	}

	private void forget(OrganisationId organisation) {
		change(organisation,
				() -> this.jdbc.sql("delete from paper_file where requested_by is not null and requested_at < :before")
					.param("before", at(this.clock.instant().minus(KEPT)))
					.update());
	}

	/** What was begun for the last time and never finished has failed. */
	private void giveUp(OrganisationId organisation) {
		change(organisation, () -> this.jdbc.sql("""
				update paper_file set begun_at = null
				where finished_at is null and attempts = :most and begun_at < :given_up
				""").param("most", ATTEMPTS).param("given_up", at(this.clock.instant().minus(PATIENCE))).update());
	}

	/**
	 * Make every file of an organisation that waits.
	 * @return how many were made
	 */
	int makeAll(OrganisationId organisation) {
		int made = 0;
		try {
			Optional<Job> job = claim(organisation);
			while (job.isPresent()) {
				made += make(organisation, job.get()) ? 1 : 0;
				job = claim(organisation);
			}
		}
		catch (RuntimeException ex) {
			if (!this.press.isShutdown()) {
				LOG.error("Files of papers could not be looked for; it is tried again", ex);
			}
		}
		return made;
	}

	/**
	 * Take the next file, in a transaction of its own, so that nobody else makes it too.
	 */
	private Optional<Job> claim(OrganisationId organisation) {
		Instant now = this.clock.instant();
		return Tenant
			.<Optional<Job>, RuntimeException>call(organisation, () -> this.transaction.execute((status) -> this.jdbc
				.sql("""
						update paper_file set begun_at = :now, attempts = attempts + 1
						where id = (select id from paper_file
							where finished_at is null and attempts < :most and (begun_at is null or begun_at < :given_up)
							order by requested_at, id limit 1 for update skip locked)
						returning id, sealed_number, kind, format, content, status, sha256, audit_seq, audit_hash, dated_at, attempts
						""")
				.param("now", at(now))
				.param("most", ATTEMPTS)
				.param("given_up", at(now.minus(PATIENCE)))
				.query((row, number) -> new Job(row.getObject("id", UUID.class), Kind.valueOf(row.getString("kind")),
						Format.valueOf(row.getString("format")), row.getString("content"),
						new Proof(row.getString("status"), row.getString("sha256"),
								new Trail.Head(row.getLong("audit_seq"), row.getString("audit_hash")),
								row.getObject("dated_at", OffsetDateTime.class).toInstant(),
								row.getObject("sealed_number") != null),
						row.getInt("attempts")))
				.optional()));
	}

	private boolean make(OrganisationId organisation, Job job) {
		try {
			Paper paper = CanonicalJson.read(job.content(), Paper.class)
				.orElseThrow(() -> new IllegalStateException("What is kept is no paper"));
			Document document = Composition.compose(paper, job.kind(), job.proof());
			byte[] file = job.format().make(document);
			change(organisation,
					() -> this.jdbc.sql("""
							update paper_file set file = :file, file_sha256 = :sha256, finished_at = :now
							where id = :id and finished_at is null
							""")
						.param("file", file)
						.param("sha256", DigestUtils.sha256Hex(file))
						.param("now", at(this.clock.instant()))
						.param("id", job.id())
						.update());
			return true;
		}
		catch (RuntimeException | StackOverflowError ex) {
			LOG.error("A file of a paper could not be made, attempt {} of {}", job.attempt(), ATTEMPTS, ex);
			change(organisation,
					() -> this.jdbc.sql("update paper_file set begun_at = null where id = :id")
						.param("id", job.id())
						.update());
			return false;
		}
	}

	/** Wait until all that an organisation asked for is made. */
	void finish(OrganisationId organisation) {
		try {
			this.press.submit(() -> makeAll(organisation)).get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** In a transaction of its own, confined to an organisation. */
	private void change(OrganisationId organisation, Runnable change) {
		Tenant.run(organisation, () -> this.transaction.executeWithoutResult((status) -> change.run()));
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
