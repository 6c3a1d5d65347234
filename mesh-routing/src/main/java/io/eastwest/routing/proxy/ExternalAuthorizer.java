package io.eastwest.routing.proxy;

import io.eastwest.routing.envoy.RbacInput;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Answers in the place of the external authorizers of CUSTOM policies. It is asked about each call that a rule of such a policy
 * matches. Implementations are pure functions and thread-safe.
 */
@FunctionalInterface
public interface ExternalAuthorizer {
    /** Knows nothing: what is put before an authorizer passes, with a finding. */
    ExternalAuthorizer UNKNOWN = (provider, call) -> Optional.empty();

    /**
     * Asks.
     *
     * @param provider name of the extension provider
     * @param call what the call shows
     * @return the verdict; empty: this authorizer is not known
     */
    Optional<Verdict> ask(String provider, RbacInput call);

    /**
     * What an authorizer says.
     *
     * @param allowed whether the call passes
     * @param status HTTP status of a refusal; empty: 403
     */
    record Verdict(boolean allowed, OptionalInt status) {
        /** {@return that the call passes} */
        public static Verdict allow() {
            return new Verdict(true, OptionalInt.empty());
        }

        /**
         * Refuses.
         *
         * @param status HTTP status of the refusal
         * @return that the call does not pass
         */
        public static Verdict deny(int status) {
            return new Verdict(false, OptionalInt.of(status));
        }
    }
}
