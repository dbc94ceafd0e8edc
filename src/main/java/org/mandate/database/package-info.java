/**
 * Where the record is kept: the database server (a given one, or an embedded one for
 * evaluation), its roles, and the organisation to which each transaction is confined.
 */
@NullMarked
package org.mandate.database;

import org.jspecify.annotations.NullMarked;
