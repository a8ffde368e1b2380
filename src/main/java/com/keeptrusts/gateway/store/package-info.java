/** The durable state: the folder, the journal of events in it, and the database beside it. */
@NullMarked
package com.keeptrusts.gateway.store;

import org.jspecify.annotations.NullMarked;
