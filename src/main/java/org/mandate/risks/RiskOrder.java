package org.mandate.risks;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * By what the table of risks is sorted. What is not rated, and what nobody owns, comes
 * last in either direction: it is not low, it is not known.
 */
enum RiskOrder {

	NUMBER("Number", false), TITLE("Risk", false), OPTION("Option", false), BEFORE("Before mitigation", true),
	AFTER("After mitigation", true), OWNER("Owner", false);

	private final String label;

	private final boolean highestFirst;

	RiskOrder(String label, boolean highestFirst) {
		this.label = label;
		this.highestFirst = highestFirst;
	}

	/** The order that an address asks for; by number for any other. */
	static RiskOrder wanted(String slug) {
		return Arrays.stream(values()).filter((order) -> order.slug().equals(slug)).findFirst().orElse(NUMBER);
	}

	String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

	String label() {
		return this.label;
	}

	/** Whether descending is what people expect of it first. */
	boolean highestFirst() {
		return this.highestFirst;
	}

	/** Sorted; equals stay in the order of their numbers. */
	List<RiskPage.Line> sort(List<RiskPage.Line> lines, boolean descending) {
		return switch (this) {
			case NUMBER -> sort(lines, descending, (line) -> line.risk().number());
			case TITLE -> sort(lines, descending, (line) -> line.risk().title().toLowerCase(Locale.UK));
			case OPTION -> sort(lines, descending, RiskPage.Line::place);
			case BEFORE -> sort(lines, descending, (line) -> score(line.risk().inherent()));
			case AFTER -> sort(lines, descending, (line) -> score(line.risk().residual()));
			case OWNER -> sort(lines, descending, (line) -> lower(line.risk().statement().owner()));
		};
	}

	private static <T extends Comparable<T>> List<RiskPage.Line> sort(List<RiskPage.Line> lines, boolean descending,
			Function<RiskPage.Line, @Nullable T> value) {
		Comparator<T> direction = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
		Stream<RiskPage.Line> known = lines.stream()
			.filter((line) -> value.apply(line) != null)
			.sorted(Comparator.comparing(value, Comparator.nullsLast(direction)));
		Stream<RiskPage.Line> unknown = lines.stream().filter((line) -> value.apply(line) == null);
		return Stream.concat(known, unknown).toList();
	}

	private static @Nullable Integer score(@Nullable Rating rating) {
		return (rating != null) ? rating.score() : null;
	}

	private static @Nullable String lower(@Nullable String text) {
		return (text != null) ? text.toLowerCase(Locale.UK) : null;
	}

}
