package org.mandate.voting;

/**
 * What the address of a return names.
 *
 * @param org the organisation
 * @param year the appraisal's financial year
 * @param number of the ballot
 * @param unit the locality's name in addresses
 */
record ReturnAddress(String org, String year, int number, String unit) {

	String ballot() {
		return "/%s/appraisals/%s/ballots/%d".formatted(this.org, this.year, this.number);
	}

	String path() {
		return ballot() + "/returns/" + this.unit;
	}

}
