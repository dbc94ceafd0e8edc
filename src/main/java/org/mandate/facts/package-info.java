/**
 * The catalogue of figures of an appraisal: each with a key by which a text refers to it,
 * its value as the pages show it, and the page of the record behind it; and finding
 * numbers in a text that contradict them.
 */
@NullMarked
package org.mandate.facts;

import org.jspecify.annotations.NullMarked;
