package org.mandate.recount;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.audit.Trail;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;
import org.mandate.voting.BallotLedger;
import org.mandate.voting.BallotRecord;
import org.mandate.voting.Voting;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exports a ballot with all that a recount needs, and recounts such a file against the
 * record from which it came.
 */
@Component
public class Exports {

	private final BallotLedger ledger;

	private final Voting voting;

	private final Organisations organisations;

	private final Trail trail;

	private final JsonMapper json;

	private final Clock clock;

	Exports(BallotLedger ledger, Voting voting, Organisations organisations, Trail trail, JsonMapper json,
			Clock clock) {
		this.ledger = ledger;
		this.voting = voting;
		this.organisations = organisations;
		this.trail = trail;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Export a ballot: the record, the results and the end of the audit trail, all of one
	 * moment.
	 * @param member who asks: it is for those who may see the result
	 * @throws org.mandate.database.NotFound if there is no such ballot
	 * @throws org.mandate.voting.ResultNotOut if its result is not out
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public ObjectNode of(AppraisalSummary appraisal, int number, Member member) {
		ObjectNode recorded = this.ledger.of(appraisal, number, member);
		BallotRecord ballot = this.voting.ballot(appraisal, number);
		Organisation organisation = this.organisations.current();
		Trail.Head head = this.trail.head();
		ObjectNode file = this.json.createObjectNode();
		new VoteEventWriter(file, recorded, ballot)
			.write("%s/%s/%d".formatted(organisation.slug(), appraisal.year().slug(), number), organisation);
		ObjectNode mandate = file.putObject("mandate");
		mandate.put("format", BallotFile.FORMAT).put("version", BallotFile.VERSION);
		mandate.put("exported", this.clock.instant().toString());
		mandate.putObject("organisation").put("code", organisation.code()).put("name", organisation.name());
		mandate.put("year", appraisal.year().slug());
		mandate.set("ballot", recorded);
		mandate.put("rule", ballot.ruleSentence());
		mandate.put("shown", ballot.usualReading().name());
		mandate.set("published", VoteEventWriter.results(ballot, this.json));
		mandate.putObject("audit").put("sequence", head.seq()).put("hash", head.hash());
		mandate.put("digest", BallotFile.digest(file));
		return file;
	}

	/**
	 * Recount a file, and compare it with the ballot from which it should come: what was
	 * recorded, word by word, and the end of its audit trail with the trail of today.
	 * @throws UnreadableFile if it is not the export of a ballot
	 * @throws org.mandate.voting.ResultNotOut if the result is not out
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Report recount(byte[] content, AppraisalSummary appraisal, int number, Member member) {
		BallotFile live = BallotFile.read(of(appraisal, number, member).toString().getBytes(StandardCharsets.UTF_8));
		BallotFile file = BallotFile.read(content);
		Report report = Recount.of(file);
		ExportedBallot.Address here = live.ballot().address();
		if (!file.ballot().address().equals(here)) {
			return report.with(List.of("The file is of " + file.ballot().address() + ", but this is " + here),
					List.of());
		}
		ExportedBallot.Head head = file.ballot().head();
		List<String> differences = new ArrayList<>();
		List<String> notes = new ArrayList<>();
		if (this.trail.find(head.hash()).filter((entry) -> entry.seq() == head.sequence()).isPresent()) {
			notes.add("The audit trail still holds event %d, with which the file ends".formatted(head.sequence()));
		}
		else {
			differences
				.add("The audit trail holds no event %d with the hash that the file states".formatted(head.sequence()));
		}
		LiveComparison comparison = new LiveComparison(live.ballot().head().sequence() > head.sequence());
		comparison.compare(file.recorded(), live.recorded());
		differences.addAll(comparison.differences());
		notes.addAll(comparison.notes());
		if (comparison.isSame() && !file.published().equals(live.published())) {
			differences.add("The results in the file, with their sums, are not those of the record");
		}
		return report.with(differences, notes);
	}

}
