package io.eastwest.render.install;

import io.eastwest.model.issue.IssueText;
import io.eastwest.model.issue.Severity;
import io.eastwest.model.topology.InstallRole;
import io.eastwest.pki.bundle.CaBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is missing or doubtful in what an installation was given. */
final class PlanFindings {
    private final Installation mesh;
    private final List<InstallFinding> findings = new ArrayList<>();

    private PlanFindings(Installation mesh) {
        this.mesh = mesh;
    }

    static List<InstallFinding> of(Installation mesh) {
        PlanFindings all = new PlanFindings(mesh);
        for (InstalledCluster cluster : mesh.clusters()) {
            all.checkAddress(cluster);
            all.checkAuthority(cluster);
            all.checkCredential(cluster);
        }
        all.checkRoots();
        return all.findings;
    }

    private void checkAddress(InstalledCluster cluster) {
        boolean remote = cluster.role() == InstallRole.remote || cluster.role() == InstallRole.config;
        if (remote && mesh.knownPilotAddress(cluster).isEmpty()) {
            add(
                    Severity.WARNING,
                    InstallCode.ADDRESS_UNKNOWN,
                    cluster,
                    "the address of istiod in " + cluster.controlPlane() + " is not known; "
                            + mesh.pilotAddress(cluster) + " stands for it",
                    "put the address of the gateway into the topology and render again");
        }
        if (mesh.servesByName(cluster)) {
            add(
                    Severity.INFO,
                    InstallCode.ADDRESS_IS_NAME,
                    cluster,
                    "remote clusters reach it by a name, so its gateway publishes port 443 for the webhook, too",
                    "nothing to do, or use an IP address");
        }
    }

    private void checkAuthority(InstalledCluster cluster) {
        boolean given = TrustWriter.authority(mesh, cluster).isPresent();
        long others =
                mesh.clusters().stream().filter(TrustWriter::runsControlPlane).count();
        if (!given && TrustWriter.runsControlPlane(cluster) && others > 1) {
            add(
                    Severity.ERROR,
                    InstallCode.AUTHORITY_MISSING,
                    cluster,
                    "it has no cacerts, so its istiod makes a root that no other cluster trusts",
                    "give the cacerts of all clusters that run an istiod");
        }
        if (given && !TrustWriter.runsControlPlane(cluster)) {
            add(
                    Severity.WARNING,
                    InstallCode.AUTHORITY_UNUSED,
                    cluster,
                    "its certificates come from the istiod in " + cluster.controlPlane()
                            + ", so its cacerts are not used",
                    "leave them out");
        }
    }

    private void checkCredential(InstalledCluster cluster) {
        Optional<RemoteCredential> credential = RemoteSecretWriter.credential(mesh, cluster);
        List<InstalledCluster> readers = mesh.clusters().stream()
                .filter(other -> mesh.observedBy(other).contains(cluster))
                .toList();
        if (credential.isEmpty() && !readers.isEmpty()) {
            add(
                    Severity.WARNING,
                    InstallCode.CREDENTIAL_MISSING,
                    cluster,
                    "istiod of " + names(readers) + " has no credential for it",
                    "fill in the templates in the folder install, or give the credential and render again");
        } else if (credential.isPresent() && readers.isEmpty()) {
            add(
                    Severity.WARNING,
                    InstallCode.CREDENTIAL_UNUSED,
                    cluster,
                    "no istiod reads it",
                    "leave its credential out");
        } else if (credential.isPresent()) {
            checkKubeconfig(cluster, credential.get());
        }
    }

    private void checkKubeconfig(InstalledCluster cluster, RemoteCredential credential) {
        boolean exec = credential instanceof ExecCredential;
        String text = KubeconfigText.of(cluster.name(), credential).toText();
        KubeconfigCheck.objection(text, exec ? List.of("exec") : List.of())
                .ifPresent(objection -> add(
                        Severity.ERROR,
                        InstallCode.CREDENTIAL_REFUSED,
                        cluster,
                        "istiod refuses its kubeconfig: " + objection,
                        "give another"));
        if (exec) {
            add(
                    Severity.WARNING,
                    InstallCode.CREDENTIAL_RUNS_COMMAND,
                    cluster,
                    "istiod is allowed to run " + IssueText.quote(((ExecCredential) credential).command())
                            + " for a token, which its image must hold",
                    "use a token where that is not wanted");
        }
    }

    private void checkRoots() {
        List<InstalledCluster> issuers =
                mesh.clusters().stream().filter(TrustWriter::runsControlPlane).toList();
        for (InstalledCluster one : issuers) {
            for (InstalledCluster other : issuers) {
                Optional<CaBundle> signer = TrustWriter.authority(mesh, one);
                Optional<CaBundle> verifier = TrustWriter.authority(mesh, other);
                if (!one.equals(other)
                        && signer.isPresent()
                        && verifier.isPresent()
                        && !shareRoot(verifier.get(), signer.get())) {
                    add(
                            Severity.ERROR,
                            InstallCode.ROOTS_DIFFER,
                            one,
                            "it shares no root with cluster " + other.name(),
                            "issue the authorities from one root");
                }
            }
        }
    }

    private static boolean shareRoot(CaBundle one, CaBundle other) {
        return one.roots().roots().stream()
                .anyMatch(root -> other.roots().roots().contains(root));
    }

    private static String names(List<InstalledCluster> clusters) {
        return String.join(", ", clusters.stream().map(InstalledCluster::name).toList());
    }

    private void add(Severity severity, InstallCode code, InstalledCluster cluster, String message, String hint) {
        findings.add(InstallFinding.builder()
                .severity(severity)
                .code(code)
                .cluster(cluster.name())
                .message(message)
                .hint(hint)
                .build());
    }
}
