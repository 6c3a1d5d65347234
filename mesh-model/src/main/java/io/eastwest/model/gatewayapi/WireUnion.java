package io.eastwest.model.gatewayapi;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Picks the arm of an object with a discriminator and one member for each of its values.
 *
 * @param <T> type of the arms
 */
final class WireUnion<T> {
    private final Map<String, String> memberOfType = new LinkedHashMap<>();
    private final Map<String, T> present = new LinkedHashMap<>();

    /** Adds an arm; its value is null when the document does not have the member. */
    <V> WireUnion<T> arm(String type, String member, @Nullable V value, Function<V, ? extends T> create) {
        memberOfType.put(type, member);
        if (value != null) {
            present.put(member, create.apply(value));
        }
        return this;
    }

    /** The arm that the discriminator names; fails unless its member and no other is there. */
    T choose(@Nullable Enum<?> type) {
        if (type == null) {
            throw missing("type", "name the member that is set");
        }
        if (present.size() > 1) {
            throw InvalidResourceException.conflict(new ArrayList<>(present.keySet()));
        }
        String member = memberOfType.getOrDefault(type.name(), "");
        T arm = present.get(member);
        if (arm != null) {
            return arm;
        }
        if (present.isEmpty()) {
            throw missing(member, "type " + type.name() + " needs it");
        }
        String other = present.keySet().iterator().next();
        throw new InvalidResourceException(List.of(Issue.error(
                IssueCode.ONEOF_CONFLICT,
                DocumentPath.root().field(other),
                "must not be set with type " + type.name(),
                "set " + member + " or change the type")));
    }

    private static InvalidResourceException missing(String member, String hint) {
        return new InvalidResourceException(List.of(
                Issue.error(IssueCode.MISSING_FIELD, DocumentPath.root().field(member), "required but not set", hint)));
    }
}
