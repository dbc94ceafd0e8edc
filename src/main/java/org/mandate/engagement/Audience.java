package org.mandate.engagement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Who is engaged. The code stands in addresses and in milestones.
 */
public enum Audience {

	/** Member practices, at locality meetings or otherwise. */
	MEMBER_PRACTICES("Member practices"),

	/** Patient participation groups and their fora. */
	PATIENT_GROUPS("Patient participation groups"),

	/** The local medical committee. */
	LOCAL_MEDICAL_COMMITTEE("Local medical committee"),

	/** The Health and Wellbeing Board. */
	HEALTH_AND_WELLBEING_BOARD("Health and Wellbeing Board"),

	/** Local Healthwatch. */
	HEALTHWATCH("Healthwatch"),

	/** The council. */
	COUNCIL("Council"),

	/** The area team of NHS England. */
	AREA_TEAM("NHS England area team"),

	/** The public at large. */
	PUBLIC("The public");

	private final String label;

	Audience(String label) {
		this.label = label;
	}

	/** As shown. */
	public String label() {
		return this.label;
	}

	/** As in addresses and milestones: {@code local-medical-committee}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The audience of a code. */
	public static Optional<Audience> of(String code) {
		return Arrays.stream(values()).filter((audience) -> audience.code().equals(code)).findFirst();
	}

}
