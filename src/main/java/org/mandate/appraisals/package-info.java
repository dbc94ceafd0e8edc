/**
 * The appraisal of a year: its task list, what the organisation does today, and the
 * comparison of the models with it, on the guidance as it stood on the appraisal's date.
 */
@NullMarked
package org.mandate.appraisals;

import org.jspecify.annotations.NullMarked;
