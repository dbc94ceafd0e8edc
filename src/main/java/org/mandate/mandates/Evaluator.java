package org.mandate.mandates;

import java.util.List;

import org.mandate.guidance.Edition;

/**
 * Answers one test from the record. A function of what it is given and nothing else.
 */
interface Evaluator {

	/**
	 * Find what speaks for a test, what is missing and what says the contrary.
	 * @param material what there is on record
	 * @param rules how the edition words the test
	 */
	void judge(Material material, List<Edition.Rule> rules, Judged judged);

}
