/**
 * What the governing body is asked and what it answers: the recommendation in its
 * versions, put, resolved on and sealed.
 */
@NullMarked
package org.mandate.recommendations;

import org.jspecify.annotations.NullMarked;
