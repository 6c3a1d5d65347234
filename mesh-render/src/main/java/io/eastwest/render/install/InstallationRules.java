package io.eastwest.render.install;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.InstallRole;
import io.eastwest.pki.bundle.CaBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a topology must keep to be installed at all. */
final class InstallationRules {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    private final InstallSpec spec;
    private final List<ClusterTopology> clusters;
    private final List<String> names;
    private final List<Issue> issues = new ArrayList<>();

    InstallationRules(InstallSpec spec) {
        this.spec = spec;
        this.clusters = spec.topology().spec().clusters();
        this.names = clusters.stream().map(ClusterTopology::name).toList();
    }

    void throwIfAny() {
        if (!issues.isEmpty()) {
            throw new InvalidResourceException(issues);
        }
    }

    /** Names and references, without which nothing else can be asked. */
    void checkNames() {
        for (int i = 0; i < clusters.size(); i++) {
            ClusterTopology cluster = clusters.get(i);
            String name = cluster.name();
            if (!LABEL.matcher(name).matches()) {
                report(
                        i,
                        "name",
                        IssueCode.INVALID_VALUE,
                        "cluster " + IssueText.quote(name) + " is no DNS label",
                        "use lower case letters, digits and \"-\", 63 at most");
            }
            if (names.indexOf(name) < i) {
                report(
                        i,
                        "name",
                        IssueCode.TOPOLOGY_CONFLICT,
                        "cluster " + IssueText.quote(name) + " is listed twice",
                        "rename or remove one");
            }
            int index = i;
            cluster.controlPlane().ifPresent(other -> checkListed(other, index, "controlPlane"));
            cluster.discovers().ifPresent(list -> list.forEach(other -> checkListed(other, index, "discovers")));
        }
        checkMaterial(
                "authorities",
                spec.authorities().stream().map(CaBundle::cluster).toList());
        checkMaterial(
                "credentials",
                spec.credentials().stream().map(RemoteCredential::cluster).toList());
        if (clusters.isEmpty()) {
            add(DocumentPath.parse("spec.clusters"), IssueCode.TOO_FEW_ITEMS, "the mesh has no cluster", "add one");
        }
    }

    private void checkListed(String name, int index, String field) {
        if (!names.contains(name)) {
            report(
                    index,
                    field,
                    IssueCode.CLUSTER_UNKNOWN,
                    "cluster " + IssueText.quote(name) + " is not listed",
                    "listed are " + names);
        }
    }

    private void checkMaterial(String what, List<String> given) {
        for (int i = 0; i < given.size(); i++) {
            if (!names.contains(given.get(i))) {
                add(
                        DocumentPath.root(),
                        IssueCode.CLUSTER_UNKNOWN,
                        "the " + what + " are of cluster " + IssueText.quote(given.get(i))
                                + ", too, which is not listed",
                        "listed are " + names);
            } else if (given.indexOf(given.get(i)) < i) {
                add(
                        DocumentPath.root(),
                        IssueCode.DUPLICATE_ITEM,
                        "the " + what + " are given twice for cluster " + IssueText.quote(given.get(i)),
                        "give one");
            }
        }
    }

    void checkClusters(List<InstalledCluster> resolved) {
        for (int i = 0; i < resolved.size(); i++) {
            int index = i;
            InstalledCluster cluster = resolved.get(i);
            RoleRules.check(
                    cluster, resolved, (field, code, message, hint) -> report(index, field, code, message, hint));
            ClusterRules.check(cluster, (field, code, message, hint) -> report(index, field, code, message, hint));
        }
        checkDataPlanes(resolved);
    }

    private void checkDataPlanes(List<InstalledCluster> resolved) {
        List<InstalledCluster> members =
                resolved.stream().filter(InstalledCluster::hasWorkloads).toList();
        List<InstalledCluster> ambient =
                members.stream().filter(InstalledCluster::isAmbient).toList();
        if (ambient.isEmpty()) {
            return;
        }
        DocumentPath path = DocumentPath.parse("spec.clusters");
        if (ambient.size() < members.size()) {
            add(
                    path,
                    IssueCode.FIELD_UNSUPPORTED,
                    "clusters with sidecars and clusters in ambient mode have gateways that the others cannot use",
                    "give all clusters one dataPlane");
        }
        long networks =
                members.stream().map(InstalledCluster::network).distinct().count();
        if (networks < members.size() && members.size() > 1) {
            add(
                    path,
                    IssueCode.FIELD_UNSUPPORTED,
                    "ambient clusters that share a network are not modelled",
                    "give each cluster a network of its own");
        }
        if (members.stream().anyMatch(cluster -> cluster.role() != InstallRole.primary)) {
            add(
                    path,
                    IssueCode.FIELD_UNSUPPORTED,
                    "in ambient mode every cluster runs its own istiod",
                    "leave out controlPlane and role");
        }
    }

    private void report(int index, String field, IssueCode code, String message, String hint) {
        DocumentPath path = DocumentPath.parse("spec.clusters[" + index + "]." + field);
        add(path, code, message, hint);
    }

    private void add(DocumentPath path, IssueCode code, String message, String hint) {
        issues.add(Issue.error(code, path, message, hint).about(spec.topology().key()));
    }
}
