/** What a group may reach: its models, a target that serves them, and its own responses only. */
@NullMarked
package com.keeptrusts.gateway.access;

import org.jspecify.annotations.NullMarked;
