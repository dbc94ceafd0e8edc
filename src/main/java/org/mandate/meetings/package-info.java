/**
 * Meetings of committees: agenda, attendance, conflicts declared and the chair's rulings,
 * quorum and votes item by item, minutes, and the register of decisions that anybody may
 * read.
 */
@NullMarked
package org.mandate.meetings;

import org.jspecify.annotations.NullMarked;
