package io.eastwest.model.validation;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.reader.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Checks objects as the validating webhook of Istio does, beyond what reading finds. Checked so far, of VirtualServices:
 * which actions, rules and delegates go together, weights, timeouts. A control plane still works with objects that were
 * stored before a rule held or while the webhook was away.
 */
public final class MeshValidation {
    private MeshValidation() {}

    /**
     * Checks all objects of a mesh.
     *
     * @param mesh the mesh
     * @return all problems, by file, line and column; those of objects built in code last
     */
    public static List<Issue> check(MeshSnapshot mesh) {
        List<Issue> issues = new ArrayList<>();
        for (String cluster : mesh.clusters()) {
            mesh.manifests(cluster).forEach(manifest -> issues.addAll(check(manifest)));
        }
        Collections.sort(issues);
        return Collections.unmodifiableList(issues);
    }

    /**
     * Checks one object.
     *
     * @param manifest the object and, if it was read, where its values stand
     * @return all problems, by line and column
     */
    public static List<Issue> check(Manifest manifest) {
        ManifestIssues issues = new ManifestIssues(manifest);
        if (manifest.resource() instanceof VirtualService service) {
            VirtualServiceRules.check(service.spec(), issues);
        }
        return issues.sorted();
    }
}
