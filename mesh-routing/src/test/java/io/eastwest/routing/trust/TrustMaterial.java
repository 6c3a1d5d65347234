package io.eastwest.routing.trust;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.fixture.AmbientMesh;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What clusters sign with and trust, from recorded certificates. */
final class TrustMaterial {
    private TrustMaterial() {}

    static MeshSnapshot mesh(String topology, Map<String, String> manifests) {
        MeshSnapshotBuilder mesh = MeshSnapshot.builder(AmbientMesh.topology(topology));
        manifests.forEach((cluster, text) -> mesh.addManifests(
                cluster, ManifestReader.pruning().read(cluster + ".yaml", text).orThrow()));
        return mesh.build();
    }

    static String pem(String name) {
        try (InputStream file = TrustMaterial.class.getResourceAsStream("/trust/" + name + ".pem")) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static String cacerts(String signer, String chain, String roots) {
        return """
                apiVersion: v1
                kind: Secret
                metadata: {name: cacerts, namespace: istio-system}
                stringData:
                  ca-cert.pem: |
                %s
                  cert-chain.pem: |
                %s
                  root-cert.pem: |
                %s
                """.formatted(signer.indent(4), chain.indent(4), roots.indent(4));
    }

    static String given(String signer, String root) {
        return cacerts(pem(signer), pem(signer) + pem(root), pem(root));
    }

    static String bundle(String root) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio-ca-root-cert, namespace: shop}
                data:
                  root-cert.pem: |
                %s
                """.formatted(pem(root).indent(4));
    }
}
