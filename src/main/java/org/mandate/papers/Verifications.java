package org.mandate.papers;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.mandate.access.PublicPages;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.meetings.PublishedDecision;
import org.mandate.meetings.PublishedDecisions;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells whoever holds a sealed paper, by the hash in its footer, whether it is one of the
 * current organisation's and whether what is kept is still what was sealed. What a paper
 * says leaves this only where its decision is published.
 */
@Component
public class Verifications implements PublicPages {

	/** Fewest digits of a hash that are looked for: 48 bits. */
	public static final int SHORTEST = 12;

	private static final int WHOLE = 64;

	private static final Pattern HASH = Pattern.compile("[0-9a-f]{" + SHORTEST + "," + WHOLE + "}");

	private final Appraisals appraisals;

	private final Papers papers;

	private final PublishedDecisions decisions;

	private final JdbcClient jdbc;

	Verifications(Appraisals appraisals, Papers papers, PublishedDecisions decisions, JdbcClient jdbc) {
		this.appraisals = appraisals;
		this.papers = papers;
		this.decisions = decisions;
		this.jdbc = jdbc;
	}

	/**
	 * What was found.
	 *
	 * @param state whether there is such a paper
	 * @param paper which one; null unless one was found
	 */
	public record Finding(State state, @Nullable Authentic paper) {
	}

	/** Whether there is a paper of a hash. */
	public enum State {

		/** One was found. */
		FOUND,

		/** None was sealed here. */
		UNKNOWN,

		/** Several begin like this. */
		AMBIGUOUS

	}

	/**
	 * A paper that was sealed here.
	 *
	 * @param year the year its appraisal is for, "2015/16"
	 * @param number of the paper within the appraisal
	 * @param sha256 the whole hash
	 * @param sealedAt when it was sealed
	 * @param problem what does not agree, as a sentence; null where what is kept is what
	 * was sealed
	 * @param superseded whether a later paper of the appraisal was sealed
	 * @param published title and decision; null where the decision is not published
	 */
	public record Authentic(String year, int number, String sha256, Instant sealedAt, @Nullable String problem,
			boolean superseded, @Nullable Published published) {

		/** Whether what is kept is what was sealed. */
		public boolean intact() {
			return this.problem == null;
		}

	}

	/**
	 * What anybody may know of a paper whose decision is published.
	 *
	 * @param title of the paper; null when what is kept can no longer be read as one
	 * @param decision reference, such as "2015-003"
	 * @param result how the committee left it
	 * @param path of the published decision, below the organisation's
	 */
	public record Published(@Nullable String title, String decision, String result, String path) {
	}

	/**
	 * The hash as it is kept, from what was typed: blanks and case do not count. Empty
	 * where it can be none.
	 */
	public static Optional<String> hash(String typed) {
		String plain = typed.replaceAll("[\\s\\p{Z}\\p{Cf}]+", "").toLowerCase(Locale.ROOT);
		return HASH.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
	}

	private record Kept(String year, int number, String sha256) {
	}

	/**
	 * Look for the paper whose hash begins with these digits. At most eleven statements.
	 * @param hash at least {@value #SHORTEST} digits, as {@link #hash} leaves them
	 */
	@Transactional(readOnly = true)
	public Finding of(String hash) {
		List<Kept> kept = this.jdbc.sql("""
				select p.year, s.number, s.sha256
				from sealed_paper s join appraisal p on p.organisation_id = s.organisation_id and p.id = s.appraisal_id
				where s.sha256 >= :from collate "C" and s.sha256 <= :to collate "C"
				order by s.sealed_at desc limit 2
				""")
			.param("from", hash)
			.param("to", hash + "g")
			.query((row, number) -> new Kept(row.getString("year"), row.getInt("number"), row.getString("sha256")))
			.list();
		if (kept.isEmpty()) {
			return new Finding(State.UNKNOWN, null);
		}
		if (kept.size() > 1 && !kept.getFirst().sha256().equals(kept.getLast().sha256())) {
			return new Finding(State.AMBIGUOUS, null);
		}
		return new Finding(State.FOUND, authentic(kept.getFirst()));
	}

	private Authentic authentic(Kept kept) {
		AppraisalSummary appraisal = this.appraisals.of(kept.year());
		SealedPaper sealed = this.papers.sealed(appraisal, kept.number());
		Published published = this.decisions.all()
			.stream()
			.filter((decision) -> appraisal.id().equals(decision.matter().appraisal())
					&& Integer.valueOf(kept.number()).equals(decision.matter().paper()))
			.findFirst()
			.map((decision) -> published(decision, sealed))
			.orElse(null);
		return new Authentic(appraisal.year().label(), kept.number(), sealed.sha256(), sealed.sealedAt(),
				sealed.problem(), sealed.superseded(), published);
	}

	@Override
	@Transactional(readOnly = true)
	public List<PublicPage> pages() {
		boolean any = this.jdbc.sql("select exists (select from sealed_paper)").query(Boolean.class).single();
		return any ? List.of(new PublicPage("Is a paper genuine?", "/verification")) : List.of();
	}

	private static Published published(PublishedDecision decision, SealedPaper sealed) {
		Paper paper = sealed.paper();
		return new Published((paper != null) ? paper.cover().title() : null, decision.reference(),
				decision.result().label(), decision.path());
	}

}
