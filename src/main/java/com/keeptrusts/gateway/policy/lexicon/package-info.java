/** What lexicons have in common: words, classes of words, and phrases as they are written. */
@NullMarked
package com.keeptrusts.gateway.policy.lexicon;

import org.jspecify.annotations.NullMarked;
