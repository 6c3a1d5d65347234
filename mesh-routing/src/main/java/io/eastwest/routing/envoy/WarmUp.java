package io.eastwest.routing.envoy;

import java.time.Duration;

/**
 * Warm-up of new endpoints.
 *
 * @param window duration
 * @param aggression exponent, 1 is linear
 * @param minimumPercent least share of weight, percent
 */
public record WarmUp(Duration window, double aggression, double minimumPercent) {}
