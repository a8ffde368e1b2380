/** What Prometheus asks for: counted where events are written, and read when it asks. */
@NullMarked
package com.keeptrusts.gateway.metrics;

import org.jspecify.annotations.NullMarked;
