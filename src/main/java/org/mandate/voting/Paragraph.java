package org.mandate.voting;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The consultation paragraph of the paper, written from the same figures as the table:
 * units that voted alike stand together, as in section 5.1 of Oxfordshire CCG's paper of
 * January 2015.
 */
final class Paragraph {

	private final List<Choice> choices;

	private final @Nullable String proposed;

	private final List<UnitOutcome> units;

	Paragraph(List<Choice> choices, @Nullable String proposed, List<UnitOutcome> units) {
		this.choices = choices;
		this.proposed = proposed;
		this.units = units;
	}

	String text() {
		List<String> parts = new ArrayList<>();
		List<UnitOutcome> unanimous = this.units.stream().filter(this::unanimous).toList();
		if (!unanimous.isEmpty()) {
			parts.add(and(unanimous.stream().map(this::withNumber).toList()) + " agreed unanimously with "
					+ proposedName());
		}
		for (UnitOutcome unit : this.units) {
			if (!unanimous.contains(unit) && !unit.open() && unit.state() != UnitOutcome.State.NOTHING_RETURNED) {
				parts.add("in " + unit.name() + " " + mixed(unit));
			}
		}
		add(parts, this.units.stream().filter((unit) -> unit.state() == UnitOutcome.State.NOTHING_RETURNED).toList(),
				"nothing was returned from ");
		add(parts, this.units.stream().filter(UnitOutcome::open).toList(), "returns are awaited from ");
		if (parts.isEmpty()) {
			return "";
		}
		String text = String.join("; ", parts) + ".";
		return Character.toUpperCase(text.charAt(0)) + text.substring(1);
	}

	private static void add(List<String> parts, List<UnitOutcome> units, String lead) {
		if (!units.isEmpty()) {
			parts.add(lead + and(units.stream().map(UnitOutcome::name).toList()));
		}
	}

	private boolean unanimous(UnitOutcome unit) {
		if (this.proposed == null || unit.state() != UnitOutcome.State.ACCEPTED) {
			return false;
		}
		Figures figures = unit.figures();
		int others = figures.stated() - figures.of(this.proposed);
		boolean all = this.proposed.equals(figures.notStated()) || figures.of(this.proposed) == unit.entitled();
		return all && others == 0;
	}

	private String withNumber(UnitOutcome unit) {
		return unit.figures().incomplete() ? unit.name() : unit.name() + " (" + unit.entitled() + ")";
	}

	private String mixed(UnitOutcome unit) {
		Figures figures = unit.figures();
		List<String> said = new ArrayList<>();
		boolean rest = unit.rest() != null && (figures.incomplete() || unit.filled() > 0);
		List<Choice> ordered = new ArrayList<>(this.choices);
		if (this.proposed != null) {
			ordered.sort((a, b) -> Boolean.compare(b.code().equals(this.proposed), a.code().equals(this.proposed)));
		}
		for (Choice choice : ordered) {
			int votes = figures.of(choice.code());
			if (votes > 0 && !(rest && isRest(unit, choice))) {
				said.add(practices(votes, said.isEmpty()) + " "
						+ (choice.code().equals(this.proposed) ? "approved " : verb()) + choice.shortName());
			}
		}
		if (figures.abstained() > 0) {
			said.add(said.isEmpty() ? abstentions(figures.abstained()) : figures.abstained() + " abstained");
		}
		count(said, figures.spoilt(), "spoilt its vote", "spoilt their votes");
		count(said, figures.conflictedOut(), "was kept out by a conflict of interest",
				"were kept out by a conflict of interest");
		count(said, figures.absent(), "was absent", "were absent");
		if (unit.known() && unit.notReturned().number() > 0) {
			count(said, unit.notReturned().number(), "returned nothing", "returned nothing");
		}
		if (rest) {
			said.add(rest(unit, !said.isEmpty()));
		}
		return and(said);
	}

	private boolean isRest(UnitOutcome unit, Choice choice) {
		return choice.code().equals(unit.rest());
	}

	private String rest(UnitOutcome unit, boolean others) {
		String code = unit.rest();
		String number = unit.figures().incomplete() ? "" : unit.filled() + " ";
		String whom = others ? "the remaining " + number + "practices" : "the " + number + "practices";
		if (code == null || code.equals(this.proposed)) {
			return whom + " agreed with " + proposedName();
		}
		return whom + " " + verb() + shortName(code);
	}

	private String verb() {
		return (this.proposed != null) ? "preferred " : "voted for ";
	}

	private static void count(List<String> said, int number, String one, String many) {
		if (number > 0) {
			said.add(practices(number, said.isEmpty()) + " " + ((number == 1) ? one : many));
		}
	}

	private static String practices(int number, boolean first) {
		return first ? number + ((number == 1) ? " practice" : " practices") : Integer.toString(number);
	}

	private static String abstentions(int number) {
		return (number == 1) ? "there was 1 abstention" : "there were " + number + " abstentions";
	}

	private String proposedName() {
		return (this.proposed != null) ? shortName(this.proposed) : "";
	}

	private String shortName(String code) {
		return this.choices.stream()
			.filter((choice) -> choice.code().equals(code))
			.map(Choice::shortName)
			.findFirst()
			.orElse(code);
	}

	static String and(List<String> items) {
		return (items.size() < 2) ? String.join("", items)
				: String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
	}

}
