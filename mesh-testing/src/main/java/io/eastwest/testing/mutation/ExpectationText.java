package io.eastwest.testing.mutation;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.SubsetKey;
import java.time.Duration;
import java.util.Optional;

/** Values as {@code expect.yaml} has them. */
final class ExpectationText {
    private ExpectationText() {}

    /** {@return name and namespace of the Kubernetes service behind a cluster of Envoy; empty: there is none} */
    static Optional<String> service(String cluster) {
        String[] labels = SubsetKey.parse(cluster).host().split("\\.", 4);
        return labels.length == 4 && labels[2].equals("svc")
                ? Optional.of(labels[0] + "." + labels[1])
                : Optional.empty();
    }

    /** {@return the name, 0, or the namespace, 1, of such a text} */
    static String part(String name, int index) {
        return name.split("\\.", -1)[index];
    }

    static String of(Share share) {
        if (share.isZero()) {
            return "none";
        }
        return share.equals(Share.ONE) ? "all" : share.toString();
    }

    static String of(Duration timeout) {
        return timeout.toMillisPart() == 0 ? timeout.toSeconds() + "s" : timeout.toMillis() + "ms";
    }
}
