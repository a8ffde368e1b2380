/** The built-in content filter: a lexicon of phrases, graded by severity and weighed in context. */
@NullMarked
package com.keeptrusts.gateway.policy.content;

import org.jspecify.annotations.NullMarked;
