/**
 * The options of an appraisal: the models on offer, the position of today as the
 * baseline, and what the organisation adds; which are on the shortlist, and why the
 * others are not.
 */
@NullMarked
package org.mandate.options;

import org.jspecify.annotations.NullMarked;
