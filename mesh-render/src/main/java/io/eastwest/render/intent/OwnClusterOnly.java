package io.eastwest.render.intent;

import io.eastwest.routing.balancing.Share;
import java.util.List;
import java.util.Optional;

/**
 * Calls stay in the cluster of their caller.
 *
 * @param exceptions hosts that it says nothing about
 */
record OwnClusterOnly(List<String> exceptions) implements Promise {
    OwnClusterOnly {
        exceptions = List.copyOf(exceptions);
    }

    @Override
    public String text() {
        return "calls are answered by the cluster of their caller only"
                + (exceptions.isEmpty() ? "" : ", except those of " + String.join(", ", exceptions));
    }

    @Override
    public boolean covers(String host) {
        return !KeepLocal.isAmong(exceptions, host);
    }

    @Override
    public Optional<String> breach(PromisedCall call) {
        String own = call.call().caller().cluster();
        Share wrong = call.result().served().minus(call.result().servedBy(own));
        return wrong.isZero()
                ? Optional.empty()
                : Optional.of("a share of " + wrong + " is answered outside of " + own);
    }
}
