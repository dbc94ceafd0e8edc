package org.mandate.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The paper, whole and immutable. All it says is in it: a sealed one is shown from this
 * alone, whatever the record has become since. Texts are as shown.
 *
 * @param format version of this form, {@link #FORMAT}
 * @param cover whose paper it is and when it was written
 * @param background what is on offer, and until when
 * @param comparison the models against today
 * @param appraisal what speaks for and against the options, and how they score; null in
 * papers of the first two formats
 * @param consultation what the member practices said; null before a ballot was opened
 * @param recommendation what the governing body is asked; null before it is written
 * @param resolution what the governing body resolved; null before
 * @param sources the documents that are cited, in the order of their numbers
 * @param sheet what the cover sheet says; null before it is filled in, and in papers of
 * the first four formats
 * @param narratives what people wrote, in the order of its subjects; none in papers of
 * the first four formats
 * @param mandate whether the members' mandate for the recommended model is on record;
 * null before there is a recommendation, and in papers of the first five formats
 */
public record Paper(int format, Cover cover, Background background, ComparisonTable comparison,
		@Nullable OptionsAppraisal appraisal, @Nullable Consultation consultation,
		@Nullable Recommendation recommendation, @Nullable Resolution resolution, List<Source> sources,
		@Nullable CoverPage sheet, @Nullable List<Narrative> narratives, @Nullable MembersMandate mandate) {

	/** The form that is written now. */
	public static final int FORMAT = 6;

	public Paper {
		sources = List.copyOf(sources);
		narratives = (narratives != null) ? List.copyOf(narratives) : List.of();
	}

	/** What people wrote, in the order of its subjects. */
	@Override
	public List<Narrative> narratives() {
		return (this.narratives != null) ? this.narratives : List.of();
	}

	/**
	 * The head of the paper.
	 *
	 * @param organisation its name
	 * @param code its ODS code
	 * @param title what the paper is about
	 * @param year the year the decision is for, "2015/16"
	 * @param kind what the governing body does with it
	 * @param date the day it was written
	 * @param metOn the day of the governing body's meeting; null before it is known
	 * @param author who put or wrote the recommendation; null while there is none
	 */
	public record Cover(String organisation, String code, String title, String year, String kind, LocalDate date,
			@Nullable LocalDate metOn, @Nullable String author) {
	}

	/**
	 * What national guidance offers.
	 *
	 * @param guidance title of the edition
	 * @param issuedOn when it was issued
	 * @param summary what it is
	 * @param models the models on offer
	 * @param noChange what it says of staying as today
	 */
	public record Background(String guidance, LocalDate issuedOn, String summary, List<Offer> models,
			List<Statement> noChange) {

		public Background {
			models = List.copyOf(models);
			noChange = List.copyOf(noChange);
		}

	}

	/**
	 * A model on offer, with its dates.
	 *
	 * @param title as the paper calls it: "Option 2: Joint commissioning"
	 * @param otherNames its other names
	 * @param summary what it is
	 * @param sources numbers of the sources
	 * @param milestones what is due, and when
	 */
	public record Offer(String title, List<String> otherNames, String summary, List<Integer> sources,
			List<Milestone> milestones) {

		public Offer {
			otherNames = List.copyOf(otherNames);
			sources = List.copyOf(sources);
			milestones = List.copyOf(milestones);
		}

	}

	/**
	 * Something that is due.
	 *
	 * @param what it is
	 * @param when as precise as the source
	 * @param sources numbers of the sources
	 * @param rivals other dates for the same thing
	 */
	public record Milestone(String what, String when, List<Integer> sources, List<Rival> rivals) {

		public Milestone {
			sources = List.copyOf(sources);
			rivals = List.copyOf(rivals);
		}

	}

	/**
	 * The date that another source gives.
	 *
	 * @param when the date
	 * @param sources numbers of the sources
	 */
	public record Rival(String when, List<Integer> sources) {

		public Rival {
			sources = List.copyOf(sources);
		}

	}

	/**
	 * Something that the guidance says.
	 *
	 * @param title in a few words
	 * @param text in full
	 * @param sources numbers of the sources
	 */
	public record Statement(String title, String text, List<Integer> sources) {

		public Statement {
			sources = List.copyOf(sources);
		}

	}

	/**
	 * What the member practices said.
	 *
	 * @param ballot number of the ballot within the appraisal
	 * @param question as put to them
	 * @param state of the ballot: open or closed
	 * @param census the day on whose register practices were entitled
	 * @param paragraph the sentence written from the figures
	 * @param reading which reading of the figures is shown, and what that means
	 * @param rule when the ballot is carried
	 * @param verdict what the rule makes of the figures
	 * @param decided whether it carried or not; false while that is not known
	 * @param carried whether it carried
	 * @param sums the sums behind the verdict
	 * @param columns heads of the columns of the table
	 * @param rows the figures by locality
	 * @param totals the figures in total
	 * @param legend the parts of the bars of the chart
	 * @param inferred localities whose practices were assigned by inference
	 * @param corrections returns that were corrected after they had been accepted
	 * @param comments comments and concerns of the localities by theme; none in papers of
	 * the first format
	 */
	public record Consultation(int ballot, String question, String state, LocalDate census, String paragraph,
			String reading, String rule, String verdict, boolean decided, boolean carried, List<String> sums,
			List<String> columns, List<VoteRow> rows, List<String> totals, List<String> legend, List<String> inferred,
			List<String> corrections, @Nullable List<Comments> comments) {

		public Consultation {
			sums = List.copyOf(sums);
			columns = List.copyOf(columns);
			rows = List.copyOf(rows);
			totals = List.copyOf(totals);
			legend = List.copyOf(legend);
			inferred = List.copyOf(inferred);
			corrections = List.copyOf(corrections);
			comments = (comments != null) ? List.copyOf(comments) : List.of();
		}

		/** What localities said, by theme. */
		@Override
		public List<Comments> comments() {
			return (this.comments != null) ? this.comments : List.of();
		}

		/** The bars of the chart. */
		public List<Bar> bars() {
			return this.rows.stream().map(VoteRow::bar).toList();
		}

	}

	/**
	 * What localities said about one theme.
	 *
	 * @param theme what it is about
	 * @param said their comments and concerns
	 */
	public record Comments(String theme, List<Said> said) {

		public Comments {
			said = List.copyOf(said);
		}

	}

	/**
	 * A comment or a concern.
	 *
	 * @param locality whose
	 * @param words as recorded
	 */
	public record Said(String locality, String words) {
	}

	/**
	 * The figures of a locality.
	 *
	 * @param name its name
	 * @param slug its name in addresses
	 * @param inferred whether its practices were assigned by inference
	 * @param cells a text for each column but the first
	 * @param bar its bar of the chart
	 */
	public record VoteRow(String name, String slug, boolean inferred, List<String> cells, Bar bar) {

		public VoteRow {
			cells = List.copyOf(cells);
		}

	}

	/**
	 * A bar of the chart.
	 *
	 * @param label the locality
	 * @param counts practices, in the order of the legend; null when they are not known
	 * @param note said instead of a bar that is not known, or beside it
	 */
	public record Bar(String label, @Nullable List<Integer> counts, @Nullable String note) {
	}

	/**
	 * What the governing body is asked.
	 *
	 * @param number of the recommendation within the appraisal
	 * @param version of its text
	 * @param model the recommended model
	 * @param wording what is to be approved
	 * @param rationale why; null when nothing is given
	 * @param review when it will be reviewed
	 * @param stage how far it is
	 * @param putBy who put it to the governing body; null before
	 * @param putAt when; null before
	 */
	public record Recommendation(int number, int version, String model, String wording, @Nullable String rationale,
			String review, String stage, @Nullable String putBy, @Nullable Instant putAt) {
	}

	/**
	 * What the governing body resolved.
	 *
	 * @param decision in words
	 * @param metOn the day of the meeting
	 * @param votesFor votes for
	 * @param votesAgainst votes against
	 * @param abstained abstentions
	 * @param reason why; null when none was given
	 * @param amendedFrom the wording that was put, where the approved one differs; else
	 * null
	 * @param recordedBy who recorded it
	 * @param onBehalfOfChair whether somebody else recorded it for whoever presided
	 * @param recordedAt when
	 * @param circumstances who presided, who took part, which conflicts were declared and
	 * how each was handled; null for what was recorded before meetings were
	 */
	public record Resolution(String decision, LocalDate metOn, int votesFor, int votesAgainst, int abstained,
			@Nullable String reason, @Nullable String amendedFrom, String recordedBy, boolean onBehalfOfChair,
			Instant recordedAt, @Nullable String circumstances) {

		/** Who recorded it, in words. */
		public String recorder() {
			if (!this.onBehalfOfChair) {
				return this.recordedBy;
			}
			return "%s, on behalf of %s,".formatted(this.recordedBy,
					(this.circumstances != null) ? "whoever presided" : "the chair");
		}

	}

	/**
	 * A document that is cited.
	 *
	 * @param number by which the text refers to it
	 * @param title its title
	 * @param publisher who issued it
	 * @param published when, no nearer than is known
	 * @param sections the places that are cited
	 */
	public record Source(int number, String title, String publisher, String published, List<String> sections) {

		public Source {
			sections = List.copyOf(sections);
		}

	}

}
