package org.mandate.submissions;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.apache.commons.codec.digest.DigestUtils;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.documents.CanonicalJson;

import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A joint proposal that was submitted and approved with a condition. Written past the
 * checks, where the members' mandate is not what a test is about.
 */
final class SubmittedJoint {

	private static final Instant AT = Instant.parse("2015-01-30T12:00:00Z");

	private final ProFormas proFormas;

	private final ProFormaStore store;

	private final SubmissionStore submissions;

	private final RouteStore routes;

	private final TransactionTemplate transaction;

	SubmittedJoint(ApplicationContext beans, PlatformTransactionManager transactions) {
		this.proFormas = beans.getBean(ProFormas.class);
		this.store = beans.getBean(ProFormaStore.class);
		this.submissions = beans.getBean(SubmissionStore.class);
		this.routes = beans.getBean(RouteStore.class);
		this.transaction = new TransactionTemplate(transactions);
	}

	void with(AppraisalSummary appraisal) {
		this.proFormas.begin(appraisal, "joint");
		this.transaction.executeWithoutResult((status) -> submitted(appraisal));
	}

	private void submitted(AppraisalSummary appraisal) {
		ProForma proForma = this.store.current(appraisal.id()).orElseThrow();
		this.store.fund(proForma.id(),
				new PooledFund(1, "Area team", "Nurses", BigDecimal.TEN, "Community nursing", 0, "The test", AT, null));
		String content = CanonicalJson
			.write(new ProFormaContent("A CCG", "Joint commissioning", "2015/16", 1, 0, AT, "Submitted.", List.of()));
		this.submissions.add(proForma.id(), new Submission(1, AT, null, null, null, null, content,
				DigestUtils.sha256Hex(content), "The test", AT, null, null));
		this.routes.outcome(proForma.id(), 1,
				new Outcome(1, Outcome.Result.APPROVED_WITH_CONDITIONS, LocalDate.of(2015, 2, 20), "The test", null,
						null, null, null, "The test", AT,
						List.of(new Outcome.Condition(1, "Fill the seat", null, null, null, 0, "The test", AT))));
	}

}
