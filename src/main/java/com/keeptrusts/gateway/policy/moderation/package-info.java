/** Content judged by OpenAI's moderation model, or by any service that answers as it does. */
@NullMarked
package com.keeptrusts.gateway.policy.moderation;

import org.jspecify.annotations.NullMarked;
