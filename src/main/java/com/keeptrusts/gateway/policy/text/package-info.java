/** One plain form of a text, so that a disguise of characters does not hide what it says. */
@NullMarked
package com.keeptrusts.gateway.policy.text;

import org.jspecify.annotations.NullMarked;
