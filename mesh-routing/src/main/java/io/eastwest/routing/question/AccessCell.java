package io.eastwest.routing.question;

import io.eastwest.model.ResourceKey;
import java.util.Optional;

/**
 * Whether calls of one kind pass, decided by one call of that kind.
 *
 * @param methods methods of that kind: their names, {@code other}, or empty for bytes
 * @param paths patterns that their paths match, {@code other}, or empty for bytes
 * @param method method that was asked; empty for bytes
 * @param path path that was asked; empty for bytes
 * @param verdict how it ends
 * @param because the rule that decides, or what else does
 * @param policy the policy that decides; empty: none does
 * @param rule path of the rule in it, such as {@code spec.rules[0]}; empty: none decides
 * @param location file, line and column of the rule; empty: not known
 */
public record AccessCell(
        String methods,
        String paths,
        String method,
        String path,
        Verdict verdict,
        String because,
        Optional<ResourceKey> policy,
        String rule,
        String location) {
    /** How calls end. */
    public enum Verdict {
        /** All reach an application. */
        ALLOWED,

        /** Policies, tokens or certificates refuse all. */
        DENIED,

        /** Some pass and some do not, by the endpoint that is chosen. */
        PARTLY,

        /** They do not get there for a reason that is not one of security. */
        NOT_REACHED
    }

    /** {@return verdict and reason in one line} */
    public String toText() {
        return verdict + ": " + because + (location.isEmpty() ? "" : " [" + location + "]");
    }
}
