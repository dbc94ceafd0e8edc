package org.mandate.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.London;
import org.mandate.voting.BallotRecord;
import org.mandate.voting.Choice;
import org.mandate.voting.Figure;
import org.mandate.voting.Outcome;
import org.mandate.voting.Share;
import org.mandate.voting.Totals;
import org.mandate.voting.UnitOutcome;

/**
 * The figures of one ballot, read off the same objects as its page and the paper.
 */
final class VoteFacts {

	/** What a text may call all units together. */
	static final Set<String> TOTAL = Set.of("in total", "total", "in all", "overall", "altogether", "all localities",
			"all the localities", "across the ccg", "across all localities");

	/** What a text may call the practices of a unit. */
	static final String PRACTICES = "practices";

	private static final String NOT_KNOWN = "Not known";

	private final BallotRecord ballot;

	private final Outcome outcome;

	private final String base;

	private final boolean shown;

	/** What a text may call each choice, by its code. */
	private final Map<String, Set<String>> names;

	private final List<Fact> found = new ArrayList<>();

	/**
	 * The figures of a ballot.
	 * @param base the address of its appraisal
	 * @param showsOpen whether the reader sees figures of an open ballot
	 * @param names what a text may call each choice, by its code
	 */
	VoteFacts(BallotRecord ballot, String base, boolean showsOpen, Map<String, Set<String>> names) {
		this.ballot = ballot;
		this.outcome = ballot.outcome(ballot.usualReading());
		this.base = base + "/ballots/" + ballot.number();
		this.shown = showsOpen || ballot.isClosed();
		this.names = names;
	}

	/** Whose figures they are: a unit, or all together. */
	private record Of(String key, String name, Set<String> subjects, String path, @Nullable UnitOutcome unit,
			Totals totals) {

		Figure figure(Function<UnitOutcome, Figure> ofUnit, Function<Totals, Figure> ofTotals) {
			return (this.unit != null) ? ofUnit.apply(this.unit) : ofTotals.apply(this.totals);
		}

		@Nullable Share share(Function<UnitOutcome, @Nullable Share> ofUnit, Function<Totals, @Nullable Share> ofTotals) {
			return (this.unit != null) ? ofUnit.apply(this.unit) : ofTotals.apply(this.totals);
		}

	}

	List<Fact> all(boolean returnsOpen) {
		Totals totals = this.outcome.totals();
		String results = this.base + "/results";
		add(new Of("total", "All localities", TOTAL, results, null, totals));
		for (UnitOutcome unit : this.outcome.units()) {
			add(new Of(unit.slug(), unit.name(), Set.of(plain(unit.name())),
					returnsOpen ? this.base + "/returns/" + unit.slug() : results, unit, totals));
		}
		String key = "vote." + this.ballot.number();
		String group = group(null);
		words(key + ".result", group, "Result of the ballot", this.outcome.verdict().state().label(), results, true);
		words(key + ".state", group, "State of the ballot", this.ballot.stateLabel(), this.base, false);
		words(key + ".census", group, "Day on whose register practices were entitled",
				London.date(this.ballot.census()), this.base, false);
		return this.found;
	}

	private void words(String key, String group, String label, String value, String path, boolean result) {
		Fact fact = new Fact(key, group, label, value, path, Fact.Kind.WORDS, Fact.Meaning.NONE);
		this.found.add((result && !this.shown) ? fact.without(this.base) : fact);
	}

	private void add(Of of) {
		int entitled = (of.unit() != null) ? of.unit().entitled() : of.totals().entitled();
		this.found.add(new Fact(key(of, "entitled"), group(of), of.name() + ": practices entitled to vote",
				Integer.toString(entitled), this.base, Fact.Kind.PRACTICES, new Fact.Meaning(of.subjects(),
						Set.of("entitled", "entitled to vote", "eligible", PRACTICES), Fact.Ratio.of(entitled), null)));
		for (Choice choice : this.ballot.choices()) {
			String name = inSentence(choice.shortName());
			String slug = slug(choice);
			Set<String> called = called(choice);
			figure(of, slug, "practices for " + name, called,
					of.figure((unit) -> unit.votes(choice.code()), (all) -> all.votes(choice.code())));
			share(of, slug + ".of-cast", name + ", share of the votes cast", measures(called, "of cast"),
					of.share((unit) -> unit.shareOfCast(choice.code()), (all) -> all.shareOfCast(choice.code())));
			share(of, slug + ".of-expressed", name + ", share of the votes for an option",
					measures(called, "of expressed"), of.share((unit) -> unit.shareOfExpressed(choice.code()),
							(all) -> all.shareOfExpressed(choice.code())));
		}
		figure(of, "abstained", "abstained", Set.of("abstained", "abstention", "abstentions", "abstaining"),
				of.figure(UnitOutcome::abstained, Totals::abstained));
		figure(of, "spoilt", "spoilt votes", Set.of("spoilt"), of.figure(UnitOutcome::spoilt, Totals::spoilt));
		figure(of, "conflicted-out", "kept out by a conflict of interest", Set.of("conflicted out"),
				of.figure(UnitOutcome::conflictedOut, Totals::conflictedOut));
		figure(of, "absent", "absent", Set.of("absent"), of.figure(UnitOutcome::absent, Totals::absent));
		figure(of, "not-returned", "not returned", Set.of("not returned", "did not return", "returned nothing"),
				of.figure(UnitOutcome::notReturned, Totals::notReturned));
		figure(of, "cast", "votes cast", Set.of("votes cast", "votes were cast"),
				of.figure(UnitOutcome::cast, Totals::cast));
		share(of, "turnout", "turnout", Set.of("turnout"), of.share(UnitOutcome::turnout, Totals::turnout));
	}

	private void figure(Of of, String key, String label, Set<String> measures, Figure figure) {
		String value = (!figure.exact() && figure.number() == 0) ? NOT_KNOWN : figure.toString();
		add(of, key, label, value, Fact.Kind.PRACTICES, measures,
				figure.exact() ? Fact.Ratio.of(figure.number()) : null);
	}

	private void share(Of of, String key, String label, Set<String> measures, @Nullable Share share) {
		add(of, key, label, (share != null) ? share.toString() : "Not computable", Fact.Kind.SHARE, measures,
				(share != null) ? new Fact.Ratio(share.part(), share.base()) : null);
	}

	private void add(Of of, String key, String label, String value, Fact.Kind kind, Set<String> measures,
			Fact.@Nullable Ratio ratio) {
		Fact fact = new Fact(key(of, key), group(of), of.name() + ": " + label, value, of.path(), kind,
				new Fact.Meaning(of.subjects(), measures, ratio, null));
		this.found.add(this.shown ? fact : fact.without(this.base));
	}

	private String key(Of of, String figure) {
		return "vote." + this.ballot.number() + "." + of.key() + "." + figure;
	}

	private String group(@Nullable Of of) {
		return "Ballot " + this.ballot.number() + ((of != null) ? ": " + of.name() : "");
	}

	private Set<String> called(Choice choice) {
		Set<String> called = new LinkedHashSet<>(this.names.getOrDefault(choice.code(), Set.of()));
		called.add(plain(choice.shortName()));
		return called;
	}

	private static Set<String> measures(Set<String> called, String base) {
		Set<String> measures = new LinkedHashSet<>(called);
		measures.add(base);
		return measures;
	}

	private static String slug(Choice choice) {
		return choice.shortName().toLowerCase(Locale.UK).replaceAll("[^a-z0-9]+", "-");
	}

	/** "Option 2" within a sentence: "option 2". */
	private static String inSentence(String name) {
		return name.substring(0, 1).toLowerCase(Locale.UK) + name.substring(1);
	}

	/** In lower case and without hyphens, as texts are compared. */
	static String plain(String name) {
		return name.toLowerCase(Locale.UK).replaceAll("[-\u2010\u2011]", " ").replaceAll("\\s+", " ").strip();
	}

}
