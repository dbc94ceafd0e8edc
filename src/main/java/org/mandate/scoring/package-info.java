/**
 * How a panel scores the options: criteria with anchored scales, swing weights, each
 * scorer's own scores, and the scores that the panel agreed on.
 */
@NullMarked
package org.mandate.scoring;

import org.jspecify.annotations.NullMarked;
