/** The operator's side: the admin API, health, and the files that tell {@code kt} who runs. */
@NullMarked
package com.keeptrusts.gateway.admin;

import org.jspecify.annotations.NullMarked;
