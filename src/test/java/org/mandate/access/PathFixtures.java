package org.mandate.access;

import java.util.Map;

import org.mandate.organisations.Locality;
import org.mandate.organisations.Organisation;

/**
 * What a module puts in place of the variables of its addresses, so that
 * {@link AuthorisationMatrixTests} can ask for them. Implementations are found by
 * themselves anywhere in the tests, and get beans by their constructor. They make what
 * the addresses need (a person, a ballot) and say how it is named there.
 */
public interface PathFixtures {

	/**
	 * Fixtures of modules that others build on come first: organisations 0, appraisals
	 * 10, voting 20.
	 */
	default int order() {
		return 20;
	}

	/**
	 * Called once for each of two organisations, confined to it, outside of a
	 * transaction.
	 * @param setting what is there already
	 * @return values by <code>{variable}</code>, or by the segment before it and the
	 * variable, such as <code>ballots/{number}</code>, where the name alone could mean
	 * several things
	 */
	Map<String, String> make(Setting setting);

	/**
	 * What the fixtures of a module may count on.
	 *
	 * @param organisation the organisation in the address
	 * @param own the locality of the "director own"; addresses name this one
	 * @param other the locality of the "director other"
	 * @param manager a commissioning manager of the organisation, to act as
	 * @param values what was made before
	 */
	record Setting(Organisation organisation, Locality own, Locality other, Member manager,
			Map<String, String> values) {
	}

}
