package io.eastwest.model.schema;

import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.ManifestReader;
import java.util.List;

/** What the schema layer says about a document. */
final class SchemaLines {
    private SchemaLines() {}

    /** The lines about an object {@code shop/a} in {@code f.yaml} whose spec starts in line 4. */
    static List<String> of(String apiVersion, String kind, String spec) {
        String head = "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: a, namespace: shop}\n";
        return of(head + (spec.startsWith("{") ? "spec: " + spec : "spec:\n" + spec.indent(2)));
    }

    /** The lines about a whole document in {@code f.yaml}. */
    static List<String> of(String document) {
        return ManifestReader.strict().read("f.yaml", document).orThrow().stream()
                .flatMap(manifest -> SchemaValidation.check(manifest).stream())
                .map(Issue::toString)
                .toList();
    }
}
