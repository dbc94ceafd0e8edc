package org.mandate.organisations;

import java.util.Locale;

import org.mandate.database.OrganisationId;

/**
 * A clinical commissioning group, as in the public directory of organisations.
 *
 * @param id identity, and so the tenant of its rows
 * @param code ODS code in upper case, such as {@code 10Q}
 * @param name official name, such as "NHS Oxfordshire CCG"
 * @param shortName how it calls itself in running text, such as "OCCG"
 */
public record Organisation(OrganisationId id, String code, String name, String shortName) {

	/**
	 * How it is named in addresses: its code in lower case.
	 */
	public String slug() {
		return this.code.toLowerCase(Locale.ROOT);
	}

}
