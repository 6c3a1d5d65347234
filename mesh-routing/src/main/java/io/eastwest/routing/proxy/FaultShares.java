package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.FaultInjection;
import java.util.Optional;

/**
 * The shares of injected faults: delay and abort are drawn one by one.
 *
 * @param delay share of requests that are delayed
 * @param abort share of requests that are aborted
 */
record FaultShares(Share delay, Share abort) {
    private static final long MILLION = 1_000_000;

    static FaultShares of(Optional<FaultInjection> fault) {
        Share delay = fault.filter(settings -> settings.delay().isPresent())
                .map(settings -> Share.of(settings.delayMillionths(), MILLION))
                .orElse(Share.ZERO);
        Share abort = fault.filter(settings -> settings.abortStatus().isPresent()
                        || settings.abortGrpcStatus().isPresent())
                .map(settings -> Share.of(settings.abortMillionths(), MILLION))
                .orElse(Share.ZERO);
        return new FaultShares(delay, abort);
    }

    Share notAborted() {
        return Share.ONE.minus(abort);
    }

    /** {@return the share with or without delay} */
    Share delayed(boolean delayed) {
        return delayed ? delay : Share.ONE.minus(delay);
    }
}
