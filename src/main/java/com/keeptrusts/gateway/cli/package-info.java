/** The {@code kt} commands: what an operator types, over the admin API and nothing else. */
@NullMarked
package com.keeptrusts.gateway.cli;

import org.jspecify.annotations.NullMarked;
