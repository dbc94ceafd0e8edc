/**
 * Reminding by e-mail those whose localities have returned nothing in a ballot, and
 * nobody else.
 */
@NullMarked
package org.mandate.reminders;

import org.jspecify.annotations.NullMarked;
