package org.mandate.arrangements;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.London;

/**
 * A roll-back: "if things are not going well, arrangements can be rolled back by mutual
 * agreement. This should be discussed through the assurance process" (roadshow slides,
 * "Changing a co-commissioning arrangement from 15/16 onwards"). It takes effect once the
 * CCG and NHS England have both agreed, and never before.
 *
 * @param number from 1 within the appraisal
 * @param arrangement number of the arrangement that is rolled back
 * @param proposal what is proposed
 * @param ccg the CCG's agreement; null until it is given
 * @param england NHS England's agreement; null until it is given
 * @param tookEffectOn the day it took effect; null until both have agreed
 * @param withdrawnReason why it was withdrawn; null where it was not
 * @param savedBy who changed it last
 * @param savedAt when
 * @param version grows with each change
 */
public record RollBack(int number, int arrangement, Proposal proposal, @Nullable Agreement ccg,
		@Nullable Agreement england, @Nullable LocalDate tookEffectOn, @Nullable String withdrawnReason, String savedBy,
		Instant savedAt, int version) {

	/** Most characters of who proposes or agrees. */
	public static final int WHO = 200;

	/** Most characters of the reason. */
	public static final int REASON = 2000;

	/** Most characters of the evidence, and of why it is withdrawn. */
	public static final int EVIDENCE = 1000;

	/**
	 * What is proposed.
	 *
	 * @param by by whom
	 * @param reason why
	 * @param model key of the model to which it leads back
	 * @param effectiveOn from which day
	 * @param entry number of the entry of the assurance log in which it was discussed;
	 * null for none
	 */
	public record Proposal(String by, String reason, String model, LocalDate effectiveOn, @Nullable Integer entry) {

		/** The day in words. */
		public String firstDay() {
			return London.date(this.effectiveOn);
		}

	}

	/**
	 * One side's agreement.
	 *
	 * @param by who agreed for it
	 * @param on when
	 * @param evidence how that is known; null where they are signed in
	 */
	public record Agreement(String by, LocalDate on, @Nullable String evidence) {

		/** Who agreed, when, and how that is known. */
		public String words() {
			return "Agreed by %s, %s".formatted(this.by, London.date(this.on))
					+ ((this.evidence != null) ? ". " + this.evidence : "");
		}

	}

	/** Whether it still waits for an agreement. */
	public boolean open() {
		return this.tookEffectOn == null && this.withdrawnReason == null;
	}

	/** Where it stands, in words. */
	public String standing() {
		if (this.withdrawnReason != null) {
			return "Withdrawn";
		}
		if (this.tookEffectOn != null) {
			return "Both have agreed";
		}
		if (this.ccg == null && this.england == null) {
			return "Waits for the CCG and for NHS England";
		}
		return (this.ccg == null) ? "Waits for the CCG" : "Waits for NHS England";
	}

}
