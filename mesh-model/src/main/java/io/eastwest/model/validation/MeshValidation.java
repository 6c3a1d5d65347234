package io.eastwest.model.validation;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.gatewayapi.GatewayApiChannel;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.schema.SchemaValidation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks objects one by one as an API server with the custom resource definitions and the webhook of Istio does, beyond
 * what reading finds. A control plane still works with objects that were stored before a rule held or while the webhook
 * was away. Pure and thread-safe.
 */
public final class MeshValidation {
    private static final Set<ValidationLayer> ALL = Collections.unmodifiableSet(EnumSet.allOf(ValidationLayer.class));

    private MeshValidation() {}

    /**
     * Checks all objects of a mesh by all layers.
     *
     * @param mesh the mesh
     * @return all problems, by file, line and column; those of objects built in code last
     */
    public static List<Issue> check(MeshSnapshot mesh) {
        return check(mesh, ALL);
    }

    /**
     * Checks all objects of a mesh. A cluster whose objects include a definition of the Gateway API is checked by the
     * channel that it was installed from. Objects are checked by several threads of the common pool.
     *
     * @param mesh the mesh
     * @param layers which rules to check
     * @return all problems, by file, line and column; those of objects built in code last
     */
    public static List<Issue> check(MeshSnapshot mesh, Set<ValidationLayer> layers) {
        List<Issue> issues = new ArrayList<>();
        for (String cluster : mesh.clusters()) {
            Optional<GatewayApiChannel> channel = InstalledChannel.of(mesh.manifests(cluster));
            mesh.manifests(cluster).parallelStream()
                    .map(manifest -> check(manifest, layers, channel))
                    .forEachOrdered(issues::addAll);
        }
        Collections.sort(issues);
        return Collections.unmodifiableList(issues);
    }

    /**
     * Checks one object by all layers.
     *
     * @param manifest the object and, if it was read, where its values stand
     * @return all problems, by line and column
     */
    public static List<Issue> check(Manifest manifest) {
        return check(manifest, ALL);
    }

    /**
     * Checks one object. A value that several layers refuse by the same code is named once.
     *
     * @param manifest the object and, if it was read, where its values stand
     * @param layers which rules to check
     * @return all problems, by line and column
     */
    public static List<Issue> check(Manifest manifest, Set<ValidationLayer> layers) {
        return check(manifest, layers, Optional.empty());
    }

    private static List<Issue> check(
            Manifest manifest, Set<ValidationLayer> layers, Optional<GatewayApiChannel> channel) {
        ManifestIssues issues = new ManifestIssues(manifest);
        if (layers.contains(ValidationLayer.WEBHOOK)) {
            WebhookRules.check(manifest.resource(), issues);
        }
        if (layers.contains(ValidationLayer.SCHEMA)) {
            channel.map(installed -> SchemaValidation.check(manifest, installed))
                    .orElseGet(() -> SchemaValidation.check(manifest))
                    .forEach(issues::add);
        }
        if (layers.contains(ValidationLayer.METADATA)) {
            MetadataRules.check(manifest.resource(), issues);
        }
        if (layers.contains(ValidationLayer.MESH_CONFIG)) {
            MeshSettingsRules.check(manifest, issues);
        }
        return issues.sorted();
    }
}
