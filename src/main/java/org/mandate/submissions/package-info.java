/**
 * The pro forma for NHS England, its attestations, its submission, the route it takes and
 * what comes of it.
 */
@NullMarked
package org.mandate.submissions;

import org.jspecify.annotations.NullMarked;
