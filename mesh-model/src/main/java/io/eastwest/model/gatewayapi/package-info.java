/**
 * Answers: what do the Gateway API objects say, and how does the API server complete them?
 *
 * <p>Names, defaults and channels are those of Gateway API v1.6.1. All types are immutable and thread-safe.
 */
@NullMarked
package io.eastwest.model.gatewayapi;

import org.jspecify.annotations.NullMarked;
