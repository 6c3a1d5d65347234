package io.eastwest.render.intent;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.question.RefusedShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Named callers get through, and nobody else does.
 *
 * @param intent what was wanted
 */
record OnlyNamed(LockDown intent) implements Promise {
    @Override
    public String text() {
        List<String> named = new ArrayList<>();
        if (!intent.namespaces().isEmpty()) {
            named.add("namespaces " + String.join(", ", intent.namespaces()));
        }
        if (!intent.accounts().isEmpty()) {
            named.add("service accounts " + String.join(", ", intent.accounts()));
        }
        return named.isEmpty()
                ? "no call of " + intent.host() + " is answered"
                : "calls of " + intent.host() + " from " + String.join(" and ", named)
                        + " are not refused, and none is lost while everything is healthy; calls of others are not answered";
    }

    @Override
    public boolean covers(String called) {
        return called.equals(intent.host());
    }

    @Override
    public boolean asksEveryIdentity() {
        return true;
    }

    @Override
    public Optional<String> breach(PromisedCall call) {
        if (!isNamed(call)) {
            Share served = call.result().served();
            return served.isZero()
                    ? Optional.empty()
                    : Optional.of("a share of " + served + " is answered though the caller is not named");
        }
        Share refused = Share.sum(call.result().refused().stream()
                .filter(share -> share.reason() == Reason.RBAC_DENIED)
                .map(RefusedShare::share)
                .toList());
        if (!refused.isZero()) {
            return Optional.of("a share of " + refused + " is refused though the caller is named");
        }
        Share lost = call.result().lost();
        return call.healthy() && call.isAnswerable() && !lost.isZero()
                ? Optional.of("a share of " + lost + " is lost though the caller is named and endpoints are healthy")
                : Optional.empty();
    }

    /** {@return whether the caller may call, and can prove who it is} */
    private boolean isNamed(PromisedCall call) {
        String identity = call.identity();
        int start = identity.indexOf("/ns/");
        if (start < 0) {
            return false;
        }
        String[] parts = identity.substring(start + 1).split("/", -1);
        return parts.length == 4
                && (intent.namespaces().contains(parts[1]) || intent.accounts().contains(parts[1] + "/" + parts[3]));
    }
}
