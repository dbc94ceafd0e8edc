package org.mandate.narratives;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.AtOnce;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.audit.Trail;
import org.mandate.database.NotFound;
import org.mandate.database.Statements;
import org.mandate.voting.Returns;
import org.mandate.voting.Voting;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

@MandateTest
class NarrativesTests {

	private static final String REFERRING = "In South West {{vote.1.south-west.option-2}} practices approved model 2 and "
			+ "{{vote.1.south-west.abstained}} abstained.";

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private Narratives narratives;

	private OxfordshireDecision oxfordshire;

	@BeforeEach
	void start() {
		this.oxfordshire = new OxfordshireDecision(this.beans).compared().asked().voted();
	}

	private Narrative save(int seen, String text) {
		return this.oxfordshire.within(() -> this.narratives.save(this.oxfordshire.appraisal, Section.MEMBER_VIEWS,
				seen, text, this.oxfordshire.manager));
	}

	private void review(int version) {
		this.oxfordshire.within(() -> this.narratives.review(this.oxfordshire.appraisal, Section.MEMBER_VIEWS, version,
				this.oxfordshire.manager));
	}

	private SectionState state() {
		return this.oxfordshire
			.within(() -> this.narratives.overview(this.oxfordshire.appraisal, this.oxfordshire.manager))
			.of(Section.MEMBER_VIEWS);
	}

	private List<String> issues() {
		return state().issues().stream().map(Issue::sentence).toList();
	}

	private void correct() {
		this.oxfordshire.within(() -> this.beans.getBean(Returns.class)
			.correct(this.oxfordshire.place("south-west"), OxfordshireDecision.southWest(8, 4), "Counted again", 3,
					this.oxfordshire.manager));
	}

	@Test
	void keepsEveryVersion() throws Exception {
		save(0, "One");
		save(1, "Two");
		assertThat(this.oxfordshire
			.within(() -> this.narratives.versions(this.oxfordshire.appraisal, Section.MEMBER_VIEWS)))
			.extracting(Narrative::version, Narrative::text)
			.containsExactly(tuple(2, "Two"), tuple(1, "One"));
		Map<Section, Narrative> latest = this.oxfordshire.within(() -> this.narratives.of(this.oxfordshire.appraisal));
		assertThat(latest).hasSize(1);
		assertThat(latest.get(Section.MEMBER_VIEWS).text()).isEqualTo("Two");
		assertThat(
				Statements.during(() -> this.oxfordshire.within(() -> this.narratives.of(this.oxfordshire.appraisal))))
			.hasSize(1);
		Trail.Entry saved = this.oxfordshire.events("narrative.saved").getFirst();
		assertThat(saved.summary()).isEqualTo("Saved version 2 of “Member practice views” of the paper");
		assertThat(saved.actorName()).isNotEmpty();
	}

	@Test
	void recordsNothingWhenNothingChanges() {
		save(0, "One");
		save(0, "One");
		assertThat(state().version()).isEqualTo(1);
		assertThat(this.oxfordshire.events("narrative.saved")).hasSize(1);
	}

	@Test
	void overwritesNobody() {
		save(0, "One");
		assertThatExceptionOfType(SectionChanged.class).isThrownBy(() -> save(0, "Other"))
			.satisfies((refused) -> assertThat(refused.latest().text()).isEqualTo("One"));
		assertThat(state().text()).isEqualTo("One");
	}

	@Test
	void numbersVersionsOfManyAtOnceOneByOne() throws Exception {
		List<Callable<Boolean>> work = IntStream.range(0, 8).<Callable<Boolean>>mapToObj((at) -> () -> {
			try {
				save(0, "Text of " + at);
				return true;
			}
			catch (SectionChanged ex) {
				return false;
			}
		}).toList();
		assertThat(AtOnce.all(work)).containsOnlyOnce(true);
		assertThat(state().version()).isEqualTo(1);
	}

	@Test
	void listsFiguresThatChangedSinceTheTextWasRead() {
		save(0, REFERRING);
		assertThat(issues()).isEmpty();
		correct();
		assertThat(issues())
			.containsExactly("South West: practices for option 2 was 9 when this was reviewed, is 8 now");
		assertThat(state().issues().getFirst().path())
			.isEqualTo(this.oxfordshire.appraisal.path() + "/ballots/1/returns/south-west");
		review(1);
		assertThat(issues()).isEmpty();
		review(1);
		assertThat(this.oxfordshire.events("narrative.reviewed")).singleElement()
			.satisfies((event) -> assertThat(event.summary())
				.isEqualTo("Read “Member practice views” of the paper (version 1) again"));
	}

	@Test
	void takesASavedTextForRead() {
		save(0, REFERRING);
		correct();
		save(1, REFERRING + " It was counted again.");
		assertThat(issues()).isEmpty();
	}

	@Test
	void listsNumbersThatContradictTheRecordUntilTheyAreLeftAsTheyAre() {
		save(0, "In the South West 9 practices approved model 2.");
		assertThat(issues()).isEmpty();
		correct();
		assertThat(issues()).containsExactly("You write 9; the record says 8 (South West: practices for option 2)");
		assertThat(state().issues().getFirst().said()).isEqualTo("In the South West 9 practices approved model 2.");
		review(1);
		assertThat(issues()).isEmpty();
		save(1, "In the South West 9 practices approved model 2. They met in December.");
		assertThat(issues()).isEmpty();
		save(2, "In the South West 7 practices approved model 2.");
		assertThat(issues()).containsExactly("You write 7; the record says 8 (South West: practices for option 2)");
	}

	@Test
	void listsReferencesToWhatIsNotOnRecord() {
		save(0, REFERRING + " {{vote.7.north.abstained}}");
		assertThat(issues()).containsExactly("The text refers to {{vote.7.north.abstained}}, which is not on record");
		this.oxfordshire.within(() -> this.beans.getBean(Voting.class)
			.withdraw(this.oxfordshire.appraisal, 1, "Asked the wrong question", this.oxfordshire.manager.name()));
		assertThat(issues()).containsExactly(
				"The text refers to {{vote.1.south-west.option-2}}, which is not on record, and was 9 when this was reviewed",
				"The text refers to {{vote.1.south-west.abstained}}, which is not on record, and was 2 when this was reviewed",
				"The text refers to {{vote.7.north.abstained}}, which is not on record");
	}

	@Test
	void keepsADraftForItsWriterUntilItIsSaved() {
		save(0, "One");
		this.oxfordshire.within(() -> this.narratives.draft(this.oxfordshire.appraisal, Section.MEMBER_VIEWS, 1,
				"One and a half", this.oxfordshire.manager));
		assertThat(state().draft()).isNotNull().extracting(Desk.Draft::text).isEqualTo("One and a half");
		assertThat(state().others()).isEmpty();
		SectionState theirs = this.oxfordshire
			.within(() -> this.narratives.overview(this.oxfordshire.appraisal, this.oxfordshire.chair))
			.of(Section.MEMBER_VIEWS);
		assertThat(theirs.draft()).isNull();
		assertThat(theirs.others()).singleElement()
			.satisfies((desk) -> assertThat(desk.words()).matches(
					"The Commissioning manager is editing this section \\(since \\d{1,2}(:\\d\\d)?(am|pm| noon| midnight)\\)"));
		save(1, "Two");
		assertThat(state().draft()).isNull();
		assertThat(this.oxfordshire.events("narrative.drafted")).isEmpty();
	}

	@Test
	void keepsCommentsThatWereDealtWith() {
		UUID id = UUID.randomUUID();
		for (int i = 0; i < 2; i++) {
			this.oxfordshire.within(() -> this.narratives.comment(this.oxfordshire.appraisal, Section.MEMBER_VIEWS, id,
					"Too long", this.oxfordshire.chair));
		}
		assertThat(state().open()).singleElement().extracting(Remark::text).isEqualTo("Too long");
		this.oxfordshire.within(() -> this.narratives.resolve(this.oxfordshire.appraisal, Section.MEMBER_VIEWS, id,
				"Shortened", this.oxfordshire.manager));
		assertThat(state().open()).isEmpty();
		assertThat(state().resolved()).singleElement().extracting(Remark::answer).isEqualTo("Shortened");
		assertThat(this.oxfordshire.events("narrative.commented")).hasSize(1);
		assertThat(this.oxfordshire.events("narrative.comment-resolved")).hasSize(1);
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.oxfordshire.within(() -> this.narratives
			.resolve(this.oxfordshire.appraisal, Section.PURPOSE, id, "", this.oxfordshire.manager)));
	}

	@Test
	void refusesToReadAgainWhatIsNotTheLatest() {
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> review(1));
		save(0, "One");
		save(1, "Two");
		assertThatExceptionOfType(SectionChanged.class).isThrownBy(() -> review(1));
	}

	@Test
	void saysWhatAPaperLacks() {
		assertThat(lacking()).startsWith("MISSING The section “Purpose and summary” is not written")
			.contains("MISSING The section “Member practice views” is not written")
			.hasSize(5);
		save(0, REFERRING + " In the South West 3 practices preferred option 1. {{vote.9.x}}");
		this.oxfordshire.within(() -> this.narratives.comment(this.oxfordshire.appraisal, Section.MEMBER_VIEWS,
				UUID.randomUUID(), "Why?", this.oxfordshire.chair));
		correct();
		assertThat(lacking()).contains(
				"MISSING In “Member practice views”: South West: practices for option 2 was 9 when this was reviewed, is 8 now",
				"MISSING In “Member practice views”: The text refers to {{vote.9.x}}, which is not on record",
				"MISSING In “Member practice views”: You write 3; the record says 4 (South West: practices for option 1)",
				"LOOK In “Member practice views” one comment is open")
			.hasSize(8);
	}

	private List<String> lacking() {
		return this.oxfordshire
			.within(() -> this.beans.getBean(NarrativeChecks.class).findings(this.oxfordshire.appraisal))
			.stream()
			.map((finding) -> finding.level() + " " + finding.sentence())
			.toList();
	}

	@Test
	void asksAFixedNumberOfStatements() throws Exception {
		int none = Statements.during(this::state).size();
		for (Section section : Section.values()) {
			this.oxfordshire.within(() -> this.narratives.save(this.oxfordshire.appraisal, section, 0, REFERRING,
					this.oxfordshire.manager));
			this.oxfordshire.within(() -> this.narratives.comment(this.oxfordshire.appraisal, section,
					UUID.randomUUID(), "Why?", this.oxfordshire.chair));
		}
		assertThat(Statements.during(this::state)).hasSize(none).hasSizeLessThanOrEqualTo(24);
	}

}
