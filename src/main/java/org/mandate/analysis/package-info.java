/**
 * What the agreed scores come to: weighted values, dominance, sensitivity, cost beside
 * benefit. Reads only; every figure is exact and rounded once, for display.
 */
@NullMarked
package org.mandate.analysis;

import org.jspecify.annotations.NullMarked;
