package io.eastwest.testing.coverage;

import io.eastwest.routing.Call;
import java.util.Optional;

/**
 * What is known of a rule that no call reached.
 *
 * @param because why no call can reach it; empty: one may
 * @param witness a call that would reach it; empty: none is known
 */
record Verdict(String because, Optional<Call> witness) {
    static final Verdict OPEN = new Verdict("", Optional.empty());

    static Verdict never(String because) {
        return new Verdict(because, Optional.empty());
    }
}
