package io.eastwest.testing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.writer.ManifestWriter;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on the fields of one resource of a tree; made by {@link ClusterTreeAssert}. A failure names cluster, file and line, and
 * shows the resource; of a Secret it shows no value.
 */
public final class ResourceAssert extends AbstractAssert<ResourceAssert, Manifest> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String cluster;

    ResourceAssert(Manifest actual, String cluster) {
        super(actual, ResourceAssert.class);
        this.cluster = cluster;
    }

    /**
     * Asserts what stands in a field.
     *
     * @param path the field, such as {@code spec.servers[0].port.number} or {@code metadata.labels["a.b/c"]}
     * @param value text, number, boolean, or lists and maps of such; numbers are equal when their values are
     * @return this
     * @throws AssertionError if the field is left out, or holds something else
     * @throws IllegalArgumentException if the path is none
     */
    public ResourceAssert hasField(String path, Object value) {
        JsonNode expected = JSON.valueToTree(requireNonNull(value, "value"));
        Optional<JsonNode> found = find(path);
        if (found.filter(node -> node.equals(ResourceAssert::compare, expected)).isEmpty()) {
            fail(path, "to be " + expected);
        }
        return this;
    }

    /**
     * Asserts that a field is left out.
     *
     * @param path the field, such as {@code spec.values.global.network}
     * @return this
     * @throws AssertionError if it is there, whatever it holds
     * @throws IllegalArgumentException if the path is none
     */
    public ResourceAssert hasNoField(String path) {
        if (find(path).isPresent()) {
            fail(path, "to be left out");
        }
        return this;
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private Optional<JsonNode> find(String path) {
        JsonNode node = actual.document().orElseThrow();
        for (DocumentPath step : DocumentPath.parse(path).steps()) {
            node = step.isIndex() ? node.path(step.lastIndex()) : node.path(step.lastField());
        }
        return Optional.of(node).filter(each -> !each.isMissingNode());
    }

    private void fail(String path, String expected) {
        boolean confidential = actual.resource() instanceof Secret;
        String value = find(path)
                .map(node -> confidential ? "a value that is not shown" : node.toString())
                .orElse("no such field");
        String place = actual.locate(DocumentPath.parse(path))
                .map(each -> " [" + each + "]")
                .orElse("");
        String field = path + " of " + actual.resource().key() + " in cluster \"" + cluster + "\" ";
        Complaint complaint =
                new Complaint(field + (confidential ? "to be another" : expected), List.of(value + place));
        throw failure(
                "%s", complaint.text(confidential ? actual.toString() : ManifestWriter.toYaml(actual.resource())));
    }
}
