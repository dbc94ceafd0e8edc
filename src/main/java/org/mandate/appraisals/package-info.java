/**
 * The appraisal of the models on offer for a year: its tasks, today's level of
 * co-commissioning, and the comparison of the models with it.
 */
@NullMarked
package org.mandate.appraisals;

import org.jspecify.annotations.NullMarked;
