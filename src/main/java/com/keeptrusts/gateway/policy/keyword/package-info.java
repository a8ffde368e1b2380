/** The keyword filter: a list of words and phrases of one's own, found all at once. */
@NullMarked
package com.keeptrusts.gateway.policy.keyword;

import org.jspecify.annotations.NullMarked;
