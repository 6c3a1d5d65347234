package io.eastwest.testing.mutation;

import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.StringMatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/** Changes of the matches of a rule of a VirtualService. */
final class HttpMatchMutator {
    private final String rule;
    private final List<HttpMatchRequest> matches;
    private final Changes changes;

    HttpMatchMutator(String rule, List<HttpMatchRequest> matches, Changes changes) {
        this.rule = rule;
        this.matches = matches;
        this.changes = changes;
    }

    /** Takes changed matches. */
    interface Changes {
        /** Takes one change. */
        void add(MutationOperator operator, String path, String text, List<HttpMatchRequest> changed);
    }

    void addAll() {
        for (int i = 0; i < matches.size(); i++) {
            String path = rule + ".match[" + i + "]";
            if (matches.size() > 1) {
                changes.add(MutationOperator.DELETE_MATCH, path, "the match is missing", Edits.without(matches, i));
            }
            addConditions(i, path);
            addPath(i, path);
            addPort(i, path);
        }
    }

    private void addConditions(int index, String path) {
        HttpMatchRequest match = matches.get(index);
        drop(index, path + ".uri", match.toBuilder().uri(Optional.empty()).build());
        drop(index, path + ".method", match.toBuilder().method(Optional.empty()).build());
        drop(
                index,
                path + ".authority",
                match.toBuilder().authority(Optional.empty()).build());
        drop(index, path + ".scheme", match.toBuilder().scheme(Optional.empty()).build());
        drop(
                index,
                path + ".sourceNamespace",
                match.toBuilder().sourceNamespace(Optional.empty()).build());
        drop(index, path + ".port", match.toBuilder().port(OptionalInt.empty()).build());
        each(
                index,
                path + ".headers",
                match.headers(),
                (m, left) -> m.toBuilder().headers(left).build());
        each(
                index,
                path + ".withoutHeaders",
                match.withoutHeaders(),
                (m, left) -> m.toBuilder().withoutHeaders(left).build());
        each(
                index,
                path + ".queryParams",
                match.queryParams(),
                (m, left) -> m.toBuilder().queryParams(left).build());
        each(
                index,
                path + ".sourceLabels",
                match.sourceLabels(),
                (m, left) -> m.toBuilder().sourceLabels(left).build());
    }

    private <V> void each(
            int index,
            String path,
            Map<String, V> conditions,
            BiFunction<HttpMatchRequest, Map<String, V>, HttpMatchRequest> with) {
        for (String name : conditions.keySet()) {
            drop(index, path + "[\"" + name + "\"]", with.apply(matches.get(index), Edits.without(conditions, name)));
        }
    }

    private void drop(int index, String path, HttpMatchRequest changed) {
        if (!changed.equals(matches.get(index))) {
            boolean empty = changed.equals(HttpMatchRequest.empty()) && matches.size() == 1;
            changes.add(
                    MutationOperator.DROP_CONDITION,
                    path,
                    "the condition is missing",
                    empty ? List.of() : Edits.with(matches, index, changed));
        }
    }

    private void addPath(int index, String path) {
        HttpMatchRequest match = matches.get(index);
        match.uri().ifPresent(uri -> {
            if (uri instanceof StringMatch.Prefix prefix) {
                changes.add(
                        MutationOperator.PREFIX_TO_EXACT,
                        path + ".uri",
                        "the prefix is the whole path",
                        Edits.with(
                                matches,
                                index,
                                match.toBuilder()
                                        .uri(StringMatch.exact(prefix.value()))
                                        .build()));
            } else if (uri instanceof StringMatch.Exact exact) {
                changes.add(
                        MutationOperator.EXACT_TO_PREFIX,
                        path + ".uri",
                        "the path is a prefix",
                        Edits.with(
                                matches,
                                index,
                                match.toBuilder()
                                        .uri(StringMatch.prefix(exact.value()))
                                        .build()));
            }
        });
    }

    private void addPort(int index, String path) {
        HttpMatchRequest match = matches.get(index);
        if (match.port().isPresent()) {
            int next = match.port().getAsInt() + 1;
            changes.add(
                    MutationOperator.CHANGE_PORT,
                    path + ".port",
                    "the port is " + next,
                    Edits.with(matches, index, match.toBuilder().port(next).build()));
        }
    }
}
