package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.KindDefinition;
import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.writer.ManifestWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Checks one object as an API server does by the schema of its custom resource definition and by the CEL rules of that,
 * beyond what reading finds. It looks at the document, where there is one, because a list that is empty and one that is
 * left out differ there. Pure and thread-safe.
 */
public final class SchemaValidation {
    private SchemaValidation() {}

    /**
     * Checks one object.
     *
     * @param manifest the object and, if it was read, its document
     * @return all problems, by line and column; none for kinds without a custom resource definition
     */
    public static List<Issue> check(Manifest manifest) {
        MeshResource resource = manifest.resource();
        Shape shape =
                SchemaCatalog.find(resource.group(), resource.kind(), KindDefinition.versionOf(resource.apiVersion()));
        if (shape == null) {
            return List.of();
        }
        JsonNode object = manifest.document().orElseGet(() -> ManifestWriter.toTree(resource));
        if (object instanceof ObjectNode fields) {
            fields.remove("status");
        }
        shape.complete(object);
        List<Issue> found = new ArrayList<>();
        shape.check(object, new Place(DocumentPath.root(), found));
        List<Issue> issues = new ArrayList<>();
        for (Issue issue : found) {
            Issue about = issue.about(resource.key());
            issues.add(manifest.locate(issue.path()).map(about::at).orElse(about));
        }
        Collections.sort(issues);
        return Collections.unmodifiableList(issues);
    }
}
