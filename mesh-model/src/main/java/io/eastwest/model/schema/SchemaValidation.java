package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.KindDefinition;
import io.eastwest.model.MeshResource;
import io.eastwest.model.gatewayapi.GatewayApiChannel;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.writer.ManifestWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Checks one object as an API server does by the schema of its custom resource definition and by the CEL rules of that,
 * beyond what reading finds. It looks at the document, where there is one, because a list that is empty and one that is
 * left out differ there. Pure and thread-safe.
 */
public final class SchemaValidation {
    private SchemaValidation() {}

    /**
     * Checks one object. A kind of the Gateway API is checked as both of its channels see it: what only one of them
     * refuses is a warning.
     *
     * @param manifest the object and, if it was read, its document
     * @return all problems, by line and column; none for kinds without a definition
     */
    public static List<Issue> check(Manifest manifest) {
        MeshResource resource = manifest.resource();
        String version = KindDefinition.versionOf(resource.apiVersion());
        if (!GatewayApiShapes.isGroup(resource.group())) {
            Shape shape = SchemaCatalog.find(resource.group(), resource.kind(), version);
            return shape == null ? List.of() : place(manifest, problems(shape, object(manifest)));
        }
        Map<GatewayApiChannel, List<Issue>> found = new EnumMap<>(GatewayApiChannel.class);
        for (GatewayApiChannel channel : GatewayApiChannel.values()) {
            Shape shape = GatewayApiShapes.find(resource.kind(), version, channel);
            if (shape != null) {
                found.put(channel, problems(shape, object(manifest)));
            }
        }
        return place(manifest, ChannelRules.merge(found));
    }

    /**
     * Checks one object as an API server with one channel of the Gateway API does. Objects of other kinds do not depend
     * on it.
     *
     * @param manifest the object and, if it was read, its document
     * @param channel the channel that is installed
     * @return all problems, by line and column; a warning for each field that the channel does not have
     */
    public static List<Issue> check(Manifest manifest, GatewayApiChannel channel) {
        MeshResource resource = manifest.resource();
        if (!GatewayApiShapes.isGroup(resource.group())) {
            return check(manifest);
        }
        JsonNode object = object(manifest);
        List<Issue> found = ChannelRules.pruned(object, resource.kind(), channel);
        Shape shape = GatewayApiShapes.find(resource.kind(), KindDefinition.versionOf(resource.apiVersion()), channel);
        if (shape == null) {
            String message = "not served by the " + ChannelRules.name(channel) + " channel";
            DocumentPath path = DocumentPath.root().field("apiVersion");
            found.add(Issue.error(IssueCode.VERSION_NOT_SERVED, path, message, "install the experimental channel"));
        } else {
            found.addAll(problems(shape, object));
        }
        return place(manifest, found);
    }

    private static JsonNode object(Manifest manifest) {
        JsonNode object = manifest.document().orElseGet(() -> ManifestWriter.toTree(manifest.resource()));
        if (object instanceof ObjectNode fields) {
            fields.remove("status");
        }
        return object;
    }

    private static List<Issue> problems(Shape shape, JsonNode object) {
        List<Issue> found = new ArrayList<>();
        shape.complete(object);
        shape.check(object, new Place(DocumentPath.root(), found));
        return found;
    }

    private static List<Issue> place(Manifest manifest, List<Issue> found) {
        List<Issue> issues = new ArrayList<>();
        for (Issue issue : found) {
            Issue about = issue.about(manifest.resource().key());
            issues.add(manifest.locate(issue.path()).map(about::at).orElse(about));
        }
        Collections.sort(issues);
        return Collections.unmodifiableList(issues);
    }
}
