package io.eastwest.render.lint;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.render.forecast.IstiodValues;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** V2 and V4: which clusters remote secrets name. */
final class SecretInvariants {
    private static final String LABEL = "istio/multiCluster";

    private SecretInvariants() {}

    static void check(MeshSnapshot mesh, InvariantReport report) {
        Set<String> reported = new TreeSet<>();
        mesh.clusters().forEach(cluster -> reported.add(Installed.reported(mesh, cluster)));
        for (String cluster : mesh.clusters()) {
            Set<String> known = new TreeSet<>();
            for (Secret secret : mesh.resources(cluster, Secret.class)) {
                if ("true".equals(secret.metadata().labels().get(LABEL))) {
                    Set<String> keys = new TreeSet<>(secret.data().keySet());
                    keys.addAll(secret.stringData().keySet());
                    keys.forEach(key -> check(mesh, cluster, secret, key, reported, report));
                    known.addAll(keys);
                }
            }
            checkServed(mesh, cluster, known, report);
        }
    }

    private static void check(
            MeshSnapshot mesh,
            String cluster,
            Secret secret,
            String key,
            Set<String> reported,
            InvariantReport report) {
        String subject = secret.key().toString();
        if (own(mesh, cluster).contains(key)) {
            report.error(
                    MeshInvariant.NO_SECRET_OF_ITSELF,
                    List.of(cluster),
                    subject,
                    "key " + IssueText.quote(key) + " is the cluster of this istiod itself, which passes over it",
                    "apply it to the other clusters");
        } else if (!reported.contains(key)) {
            report.error(
                    MeshInvariant.SECRET_KEYS_REPORTED,
                    List.of(cluster),
                    subject,
                    "key " + IssueText.quote(key) + " is a cluster that no proxy reports, which report " + reported,
                    "name the cluster as its proxies do");
        }
    }

    private static Set<String> own(MeshSnapshot mesh, String cluster) {
        Set<String> names = new TreeSet<>();
        Installed.primaries(mesh, cluster).stream()
                .map(IstiodValues::clusterName)
                .forEach(names::add);
        if (names.isEmpty()) {
            names.add(cluster);
        }
        return names;
    }

    /** Proxies of a remote cluster are believed only if a secret of their control plane has the name that they report. */
    private static void checkServed(MeshSnapshot mesh, String cluster, Set<String> known, InvariantReport report) {
        if (known.isEmpty()) {
            return;
        }
        known.addAll(own(mesh, cluster));
        mesh.topology().spec().clusters().stream()
                .filter(other -> other.controlPlaneOrDefault().equals(cluster))
                .map(other -> other.name())
                .filter(other -> !known.contains(Installed.reported(mesh, other)))
                .forEach(other -> report.error(
                        MeshInvariant.SECRET_KEYS_REPORTED,
                        List.of(cluster, other),
                        "",
                        "proxies of " + other + " report cluster " + IssueText.quote(Installed.reported(mesh, other))
                                + ", but istiod of " + cluster + " knows only " + known + " and refuses them",
                        "give the remote secret that name as its key"));
    }
}
