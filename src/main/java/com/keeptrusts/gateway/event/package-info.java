/** Events: what is known of an exchange afterwards, and where it is written and asked for. */
@NullMarked
package com.keeptrusts.gateway.event;

import org.jspecify.annotations.NullMarked;
