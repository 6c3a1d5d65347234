package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.gatewayapi.GatewayApiChannel;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the two channels of the Gateway API say about one object. */
final class ChannelRules {
    private ChannelRules() {}

    /**
     * The problems of an object when it is not known which channel is installed. What both channels refuse, or the only
     * one that has the version, is an error. What one of them would take is a warning that names the other, unless that
     * one refuses the object for another reason.
     */
    static List<Issue> merge(Map<GatewayApiChannel, List<Issue>> found) {
        boolean refused = found.values().stream().noneMatch(List::isEmpty);
        Map<GatewayApiChannel, Set<Issue>> sets = new LinkedHashMap<>();
        found.forEach((channel, issues) -> sets.put(channel, new LinkedHashSet<>(issues)));
        Set<Issue> merged = new LinkedHashSet<>();
        found.forEach((channel, issues) -> {
            for (Issue issue : issues) {
                boolean everywhere = sets.values().stream().allMatch(set -> set.contains(issue));
                merged.add(everywhere ? issue : ofOneChannel(channel, issue, refused));
            }
        });
        return new ArrayList<>(merged);
    }

    private static Issue ofOneChannel(GatewayApiChannel channel, Issue issue, boolean refused) {
        Severity severity = refused ? Severity.ERROR : Severity.WARNING;
        String message = "refused in the " + name(channel) + " channel: " + issue.message();
        return Issue.of(severity, issue.code(), issue.path(), message, issue.hint());
    }

    static String name(GatewayApiChannel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }

    /** Warns about the fields that an API server with the channel leaves out. */
    static List<Issue> pruned(JsonNode object, String kind, GatewayApiChannel channel) {
        List<Issue> issues = new ArrayList<>();
        for (String path : channel.prunedFields(kind)) {
            List<String> steps = List.of(path.replace("[]", ".[]").split("\\."));
            collect(object, steps, DocumentPath.root(), channel, issues);
        }
        return issues;
    }

    private static void collect(
            JsonNode value, List<String> steps, DocumentPath path, GatewayApiChannel channel, List<Issue> issues) {
        if (steps.isEmpty()) {
            String message = "not in the " + name(channel) + " channel, left out as an API server does";
            issues.add(Issue.warning(IssueCode.FIELD_PRUNED, path, message, "remove it or install the other channel"));
        } else if (steps.get(0).equals("[]")) {
            for (int i = 0; i < value.size(); i++) {
                collect(value.get(i), steps.subList(1, steps.size()), path.index(i), channel, issues);
            }
        } else if (value.has(steps.get(0))) {
            String field = steps.get(0);
            collect(value.get(field), steps.subList(1, steps.size()), path.field(field), channel, issues);
        }
    }
}
