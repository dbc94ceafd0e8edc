package org.mandate.organisations;

import java.util.UUID;

/**
 * A body outside the organisation that is consulted or takes part.
 *
 * @param id identity within the organisation
 * @param name as written in papers
 * @param kind what it is
 */
public record PartnerBody(UUID id, String name, Kind kind) {

	/** What a partner body is. */
	public enum Kind {

		/** NHS England, its region or its area team. */
		NHS_ENGLAND("NHS England area team or region"),
		/** A county, city, borough or district council. */
		LOCAL_AUTHORITY("Local authority"),
		/** The local Health and Wellbeing Board. */
		HEALTH_AND_WELLBEING_BOARD("Health and Wellbeing Board"),
		/** Local Healthwatch. */
		HEALTHWATCH("Healthwatch"),
		/** The local medical committee, LMC. */
		LOCAL_MEDICAL_COMMITTEE("Local medical committee"),
		/** Another clinical commissioning group. */
		CLINICAL_COMMISSIONING_GROUP("Clinical commissioning group"),
		/** Patient participation groups and their forums. */
		PATIENT_GROUP("Patient group"),
		/** Anything else. */
		OTHER("Other");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		/**
		 * Name for people.
		 */
		public String label() {
			return this.label;
		}

	}

}
