package org.mandate.facts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Finds numbers in a text that contradict the record. It reads sentence by sentence and
 * clause by clause: a clause says of whom it speaks, or goes on speaking of whom the
 * clause before it spoke, and a number counts only where it stands directly with what it
 * measures ("9 practices approved model 2"). It would rather miss a contradiction than
 * give a false alarm: what is approximate, denied or ambiguous is passed over.
 */
final class Contradictions {

	/** Ends of sentences, paragraphs, lines of a list and headings. */
	private static final Pattern SENTENCE = Pattern.compile(
			"(?<=[.!?][\"”’)*_]{0,3})\\s+(?=[\\p{Lu}\\d“\"'‘*_({])|\\n\\s*\\n|\\n(?=\\s*(?:[-*+]|\\d+[.)]|#+|>)\\s)");

	private static final Pattern HEADING = Pattern.compile("(?m)^(#+ .*)$");

	private static final Pattern LINE_MARK = Pattern.compile("^\\s*(?:(?:[-*+>]|#+|\\d+[.)])\\s+)+");

	private static final Pattern CLAUSE = Pattern
		.compile("[,;]\\s+|\\s+[–—]\\s+|(?=\\()|\\)|\\s(?:and|while|whereas|or|but)\\s");

	/** Words that may stand between a number and what it measures; S is whose it is. */
	private static final Set<String> BETWEEN = Set.of("of", "the", "our", "its", "those", "these", "them", "practices",
			"practice", "votes", "vote", "members", "member", "gp", "remaining", "others", "other", "that", "who",
			"which", "had", "have", "has", "were", "was", "is", "are", "been", "in", "S", "voting", "voted", "cast",
			"approved", "approving", "approve", "preferred", "preferring", "prefer", "chose", "choosing", "chosen",
			"supported", "supporting", "support", "agreed", "agreeing", "agree", "backed", "backing", "wanted",
			"wanting", "opted", "opting", "accepted", "confirmed", "favoured", "favouring", "favour", "for", "with",
			"to", "on", "also", "recorded", "formally", "only", "just", "there", "");

	/** Words between what is measured and a number that follows it. */
	private static final String THEN = "(?: ?:|(?: (?:was|were|is|are|got|received|won|had|came|stood|at|to|by))*)";

	/** A number, and the nearest thing measured after it. */
	private static final Pattern BEFORE = Pattern.compile("([NP])(\\d+)([a-zNS\\d ]{0,200}?) M(\\d+)(?!\\d)");

	private static final Set<String> ARTICLES = Set.of("the", "its", "our");

	private static final Pattern AFTER = Pattern
		.compile("M(\\d+)" + THEN + " ([NP])(\\d+)(?= ?$| (?:practices?|votes?|members?|of|in|S)(?: |$))");

	private static final Pattern HAS = Pattern
		.compile("(?:^|[ (])(?:has|have|all|its|with) N(\\d+) (?:(?:member|gp) )*practices(?: |$)");

	private static final Pattern ASIDE = Pattern.compile("^\\( ?N(\\d+) (?:(?:member|gp) )*practices ?$");

	private static final Pattern DATED = Pattern
		.compile("(?:(?:by|until|before|on|of|is|was|than)(?: \\S+){0,4}?|^) ?D(\\d+)(?!\\d)");

	/** In a clause with one of these a number is denied, or not said to be so. */
	private static final Pattern DENIED = Pattern
		.compile("(?:^| )(?:not|never|without|would|could|might|may|should|if|unless|needed|needs|required|expected|"
				+ "between|each|every|per)(?: |$)|n['’]t(?: |$)");

	/** After one of these a number is not meant exactly. */
	private static final Pattern ABOUT = Pattern
		.compile("(?:about|around|nearly|almost|approximately|roughly|some|over|under|up to|more than|fewer than|less "
				+ "than|at least|at most|only a) [NP]\\d");

	private static final Set<String> CAST = Set.of("of cast", "cast");

	private static final Set<String> EXPRESSED = Set.of("of expressed", "expressed");

	private final List<Fact> facts;

	private final Encoding encoding;

	Contradictions(List<Fact> facts) {
		this.facts = facts.stream()
			.filter((fact) -> !fact.meaning().subjects().isEmpty() && !fact.meaning().measures().isEmpty())
			.toList();
		this.encoding = new Encoding(phrases(this.facts, true), phrases(this.facts, false));
	}

	/** Which number words such as "of the N1 practices" begin with; null for none. */
	private static @Nullable String base(List<String> words) {
		int at = (words.size() > 1 && ARTICLES.contains(words.get(1))) ? 2 : 1;
		return (words.getFirst().equals("of") && words.size() > at && words.get(at).startsWith("N"))
				? words.get(at).substring(1) : null;
	}

	private static Set<String> phrases(List<Fact> facts, boolean subjects) {
		Set<String> found = new TreeSet<>(
				Comparator.comparingInt(String::length).reversed().thenComparing(String::compareTo));
		for (Fact fact : facts) {
			boolean dated = fact.meaning().day() != null || fact.kind() == Fact.Kind.DATE;
			Set<String> measures = fact.meaning().measures();
			if (subjects) {
				found.addAll(dated ? Set.of() : fact.meaning().subjects());
			}
			else {
				found.addAll(measures);
				found.addAll(dated ? fact.meaning().subjects() : Set.of());
			}
		}
		if (!subjects) {
			found.removeAll(Set.of(VoteFacts.PRACTICES, "of cast", "of expressed"));
		}
		return found;
	}

	/** What a text says that the record does not, in the order of the text. */
	List<Contradiction> in(String text) {
		List<Contradiction> found = new ArrayList<>();
		for (String part : SENTENCE.split(HEADING.matcher(text.replace("\r\n", "\n")).replaceAll("$1\n\n"))) {
			String sentence = LINE_MARK.matcher(part).replaceFirst("").replaceAll("\\s+", " ").strip();
			if (!sentence.isEmpty()) {
				sentence(sentence, found);
			}
		}
		return found.stream().distinct().toList();
	}

	private void sentence(String sentence, List<Contradiction> found) {
		Set<String> carried = Set.of();
		boolean dated = false;
		Set<String> listed = new LinkedHashSet<>();
		for (String part : CLAUSE.split(sentence)) {
			Encoding.Clause clause = this.encoding.read(part);
			Set<String> own = new LinkedHashSet<>(listed);
			own.addAll(clause.subjects());
			if (clause.namesOnly()) {
				// "North, South East and West": the list goes on.
				listed = own;
				carried = own;
				continue;
			}
			listed = new LinkedHashSet<>();
			carried = own.isEmpty() ? carried : own;
			numbers(sentence, clause, carried, found);
			dated = dated || clause.says(this::isDateMeasure);
			if (dated) {
				dates(sentence, clause, found);
			}
		}
	}

	private boolean isDateMeasure(String measure) {
		return this.facts.stream()
			.anyMatch((fact) -> fact.kind() == Fact.Kind.DATE && fact.meaning().measures().contains(measure));
	}

	private void numbers(String sentence, Encoding.Clause clause, Set<String> subjects, List<Contradiction> found) {
		if (subjects.size() != 1 || DENIED.matcher(clause.code()).find() || ABOUT.matcher(clause.code()).find()) {
			return;
		}
		String subject = subjects.iterator().next();
		boolean any = false;
		Matcher before = BEFORE.matcher(clause.code());
		for (int from = 0; before.find(from);) {
			List<String> words = List.of(before.group(3).strip().split(" "));
			String base = base(words);
			if (!BETWEEN
				.containsAll((base != null) ? words.subList(words.indexOf("N" + base) + 1, words.size()) : words)) {
				from = before.end(2);
				continue;
			}
			from = before.end();
			any = true;
			compare(sentence, clause, subject, number(before.group(1), before.group(2)),
					measure(clause, before.group(4)), found);
			if (base != null) {
				base(sentence, clause, subject, base, found);
			}
		}
		Matcher after = AFTER.matcher(clause.code());
		if (!any && after.find()) {
			any = true;
			compare(sentence, clause, subject, number(after.group(2), after.group(3)), measure(clause, after.group(1)),
					found);
		}
		for (Pattern pattern : any ? List.<Pattern>of() : List.of(HAS, ASIDE)) {
			Matcher has = pattern.matcher(clause.code());
			if (has.find()) {
				compare(sentence, clause, subject, number("N", has.group(1)), VoteFacts.PRACTICES, found);
			}
		}
	}

	private record Number(boolean percent, int index) {
	}

	private static Number number(String kind, String index) {
		return new Number(kind.equals("P"), Integer.parseInt(index));
	}

	private static String measure(Encoding.Clause clause, String index) {
		return clause.measures().get(Integer.parseInt(index));
	}

	private void compare(String sentence, Encoding.Clause clause, String subject, Number number, String measure,
			List<Contradiction> found) {
		Encoding.Written written = number.percent() ? clause.percentages().get(number.index())
				: clause.numbers().get(number.index());
		List<Fact> meant = this.facts.stream()
			.filter((fact) -> fact.meaning().subjects().contains(subject)
					&& fact.meaning().measures().contains(measure))
			.filter((fact) -> number.percent() == (fact.kind() == Fact.Kind.SHARE) && fact.kind() != Fact.Kind.DATE)
			.toList();
		if (number.percent()) {
			meant = ofBase(meant, clause);
		}
		contradict(sentence, written, meant, number.percent(), found);
	}

	/** "9 of the 14": the second must be a number of practices that could be meant. */
	private void base(String sentence, Encoding.Clause clause, String subject, String index,
			List<Contradiction> found) {
		List<Fact> bases = this.facts.stream()
			.filter((fact) -> fact.meaning().subjects().contains(subject) && fact.kind() == Fact.Kind.PRACTICES)
			.filter((fact) -> fact.meaning().measures().contains(VoteFacts.PRACTICES)
					|| fact.meaning().measures().contains("votes cast"))
			.toList();
		Encoding.Written written = clause.numbers().get(Integer.parseInt(index));
		// Of 12 that voted for an option: their number has no fact of its own.
		long cast = bases.stream()
			.map((fact) -> fact.meaning().ratio())
			.filter((ratio) -> ratio != null)
			.mapToLong(Fact.Ratio::part)
			.max()
			.orElse(Long.MAX_VALUE);
		if (written.value().longValue() > cast) {
			contradict(sentence, written, bases, false, found);
		}
	}

	/** Those whose base a clause names; all where it names none, or another one. */
	private static List<Fact> ofBase(List<Fact> shares, Encoding.Clause clause) {
		String code = clause.code();
		if (code.matches(".*\\b(?:entitled|all)\\b.*") || clause.measures().contains("entitled")) {
			return List.of();
		}
		Set<String> base = code.contains(" cast") ? CAST : (code.contains("expressed") ? EXPRESSED : Set.of());
		List<Fact> named = shares.stream()
			.filter((fact) -> fact.meaning().measures().stream().anyMatch(base::contains))
			.toList();
		return named.isEmpty() ? shares : named;
	}

	private static void contradict(String sentence, Encoding.Written written, List<Fact> meant, boolean percent,
			List<Contradiction> found) {
		boolean known = meant.stream().allMatch((fact) -> fact.meaning().ratio() != null);
		boolean right = meant.stream().anyMatch((fact) -> agrees(fact.meaning().ratio(), written.value(), percent));
		if (!meant.isEmpty() && known && !right) {
			found.add(new Contradiction(sentence, written.text(), meant.getFirst()));
		}
	}

	private static boolean agrees(Fact.@Nullable Ratio ratio, BigDecimal written, boolean percent) {
		if (ratio == null) {
			return true;
		}
		return percent ? ratio.isPercent(written) : BigDecimal.valueOf(ratio.part()).compareTo(written) == 0;
	}

	private void dates(String sentence, Encoding.Clause clause, List<Contradiction> found) {
		Matcher dated = DATED.matcher(clause.code());
		List<Fact> meant = this.facts.stream()
			.filter((fact) -> fact.kind() == Fact.Kind.DATE)
			.filter((fact) -> clause.measures().stream().anyMatch(fact.meaning().subjects()::contains))
			.toList();
		Set<Set<String>> models = meant.stream().map((fact) -> fact.meaning().subjects()).collect(Collectors.toSet());
		if (clause.dates().size() != 1 || models.size() != 1 || !dated.find()) {
			return;
		}
		Encoding.Day day = clause.dates().getFirst();
		boolean known = meant.getFirst().meaning().day() != null;
		boolean right = meant.stream().anyMatch((fact) -> day.is(fact.meaning().day()));
		if (known && !right) {
			found.add(new Contradiction(sentence, day.text(), meant.getFirst()));
		}
	}

}
