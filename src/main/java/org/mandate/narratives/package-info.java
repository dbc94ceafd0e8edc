/**
 * The narrative sections of an appraisal's paper: their versions, drafts, comments, who
 * is writing, and whether what they say still agrees with the record.
 */
@NullMarked
package org.mandate.narratives;

import org.jspecify.annotations.NullMarked;
