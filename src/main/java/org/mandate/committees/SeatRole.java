package org.mandate.committees;

/**
 * As what somebody sits on a committee.
 */
public enum SeatRole {

	/** A lay member. */
	LAY("Lay member", "lay member", "lay members"),

	/** The chief officer, who is the accountable officer; an executive. */
	CHIEF_OFFICER("Chief officer", "chief officer", "chief officers"),

	/** The chief finance officer; an executive. */
	CHIEF_FINANCE_OFFICER("Chief finance officer", "chief finance officer", "chief finance officers"),

	/** Any other executive. */
	EXECUTIVE("Executive", "executive", "executives"),

	/** A GP of the CCG's own member practices. */
	GP("GP", "GP", "GPs"),

	/** A GP of another CCG, by reciprocal arrangement (BMA guidance of 2016). */
	GP_OF_ANOTHER_CCG("GP of another CCG, by reciprocal arrangement", "GP of another CCG", "GPs of other CCGs"),

	/** A registered nurse. */
	NURSE("Nurse", "nurse", "nurses"),

	/** A doctor who is a secondary care specialist. */
	SECONDARY_CARE_DOCTOR("Secondary care doctor", "secondary care doctor", "secondary care doctors"),

	/** For a local authority. */
	LOCAL_AUTHORITY("Local authority", "local authority member", "local authority members"),

	/** For NHS England. */
	NHS_ENGLAND("NHS England", "NHS England member", "NHS England members"),

	/** For the local Healthwatch. */
	HEALTHWATCH("Healthwatch", "Healthwatch representative", "Healthwatch representatives"),

	/** For the Health and Wellbeing Board. */
	HEALTH_AND_WELLBEING_BOARD("Health and Wellbeing Board", "Health and Wellbeing Board representative",
			"Health and Wellbeing Board representatives"),

	/** For the local medical committee. */
	LMC("Local medical committee (LMC)", "LMC representative", "LMC representatives"),

	/** Anybody else. */
	OTHER("Other", "other member", "other members");

	private final String label;

	private final String one;

	private final String many;

	SeatRole(String label, String one, String many) {
		this.label = label;
		this.one = one;
		this.many = many;
	}

	/** As shown. */
	public String label() {
		return this.label;
	}

	/** In a sentence: "lay member", "lay members". */
	public String noun(int count) {
		return (count == 1) ? this.one : this.many;
	}

	/** Whether whoever sits so sits as that too: both chief officers are executives. */
	public boolean isA(SeatRole role) {
		return this == role || (role == EXECUTIVE && (this == CHIEF_OFFICER || this == CHIEF_FINANCE_OFFICER));
	}

}
