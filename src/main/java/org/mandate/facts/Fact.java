package org.mandate.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A figure of an appraisal that a text can refer to.
 *
 * @param key by which a text refers to it, "vote.1.south-west.option-2"; stable
 * @param group under which heading a list shows it, "Ballot 1: South West"
 * @param label as a person would say it, "South West: practices for option 2"
 * @param value as the pages and the paper show it, "9", "at least 9", "Not known"
 * @param path the page of the record behind it, within the organisation
 * @param kind what kind of figure it is
 * @param meaning what it counts, for finding numbers in a text that contradict it
 */
public record Fact(String key, String group, String label, String value, String path, Kind kind, Meaning meaning) {

	/** The value that is shown in place of one that is not for the reader yet. */
	public static final String WITHHELD = "not shown while the ballot is open";

	/** Kinds of figures. */
	public enum Kind {

		/** A number of practices. */
		PRACTICES,

		/** A share of practices, with its base. */
		SHARE,

		/** A date. */
		DATE,

		/** A score. */
		SCORE,

		/** An amount of money. */
		MONEY,

		/** Staff. */
		STAFF,

		/** In words. */
		WORDS,

		/** Not for the reader yet. */
		WITHHELD

	}

	/**
	 * What a figure counts.
	 *
	 * @param subjects what a text may call that of which something is said, in lower
	 * case: "south west"
	 * @param measures what a text may call what is said of it: "abstained"
	 * @param ratio the exact number; null where it is none, or not known exactly
	 * @param day the exact day; null where it is none
	 */
	public record Meaning(Set<String> subjects, Set<String> measures, @Nullable Ratio ratio, @Nullable LocalDate day) {

		/** Of a figure with which no number in a text is compared. */
		public static final Meaning NONE = new Meaning(Set.of(), Set.of(), null, null);

		public Meaning {
			subjects = Set.copyOf(subjects);
			measures = Set.copyOf(measures);
		}

	}

	/**
	 * An exact number.
	 *
	 * @param part the number, or the part of a share
	 * @param base of a share; 1 for a number
	 */
	public record Ratio(long part, long base) {

		/** A number of practices. */
		public static Ratio of(long number) {
			return new Ratio(number, 1);
		}

		/** Whether somebody who writes so many per cent, rounded or not, is right. */
		boolean isPercent(BigDecimal written) {
			return BigDecimal.valueOf(this.part)
				.multiply(BigDecimal.valueOf(100))
				.divide(BigDecimal.valueOf(this.base), Math.max(written.scale(), 0), RoundingMode.HALF_UP)
				.compareTo(written) == 0;
		}

	}

	/** Whether it is not for the reader yet. */
	public boolean withheld() {
		return this.kind == Kind.WITHHELD;
	}

	/** As a text refers to it: "{{vote.1.south-west.option-2}}". */
	public String reference() {
		return "{{" + this.key + "}}";
	}

	/** The same figure for somebody for whom it is not yet. */
	Fact without(String page) {
		return new Fact(this.key, this.group, this.label, WITHHELD, page, Kind.WITHHELD, Meaning.NONE);
	}

}
