package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.writer.ManifestWriter;
import java.util.List;

/** Objects of the Gateway API from the text of their specification. */
final class GatewayApiYaml {
    private GatewayApiYaml() {}

    static MeshResource read(String kind, String spec) {
        return ManifestReader.strict()
                .read("test.yaml", text(kind, spec))
                .orThrow()
                .get(0)
                .resource();
    }

    static List<Issue> issues(String kind, String spec) {
        return ManifestReader.strict().read("test.yaml", text(kind, spec)).issues();
    }

    static HttpRoute httpRoute(String spec) {
        return (HttpRoute) read("HTTPRoute", spec);
    }

    /** The specification as JSON. */
    static JsonNode spec(MeshResource resource) {
        return ManifestWriter.toTree(resource).path("spec");
    }

    private static String text(String kind, String spec) {
        String version = kind.startsWith("X")
                ? "gateway.networking.x-k8s.io/v1alpha1"
                : "gateway.networking.k8s.io/" + (kind.equals("ReferenceGrant") ? "v1beta1" : "v1");
        return "{apiVersion: " + version + ", kind: " + kind + ", metadata: {name: a, namespace: b}, spec: " + spec
                + "}";
    }
}
