/**
 * The append-only trail of what happened in an organisation: who, when, what and why,
 * chained by hashes so that a later change shows.
 */
@NullMarked
package org.mandate.audit;

import org.jspecify.annotations.NullMarked;
