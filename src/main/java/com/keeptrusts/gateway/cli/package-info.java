/**
 * The {@code kt} commands: what an operator types. They reach a running gateway by its admin API
 * and by nothing else.
 */
@NullMarked
package com.keeptrusts.gateway.cli;

import org.jspecify.annotations.NullMarked;
