/**
 * National guidance in editions: the models, the functions they cover, deadlines, rules,
 * opportunities and threats, each with its sources. Published editions never change.
 */
@NullMarked
package org.mandate.guidance;

import org.jspecify.annotations.NullMarked;
