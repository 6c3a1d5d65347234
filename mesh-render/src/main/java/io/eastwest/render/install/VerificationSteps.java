package io.eastwest.render.install;

import io.eastwest.model.topology.EastWestGatewayForm;
import io.eastwest.model.topology.InstallRole;
import java.util.ArrayList;
import java.util.List;

/** The questions that show whether the clusters have become one mesh. */
final class VerificationSteps {
    private final Installation mesh;
    private final List<VerificationStep> steps = new ArrayList<>();

    private VerificationSteps(Installation mesh) {
        this.mesh = mesh;
    }

    static List<VerificationStep> of(Installation mesh) {
        VerificationSteps all = new VerificationSteps(mesh);
        for (InstalledCluster cluster : mesh.clusters()) {
            all.operator(cluster);
            all.secrets(cluster);
            all.gateway(cluster);
            all.remote(cluster);
            all.traffic(cluster);
        }
        return all.steps;
    }

    private void operator(InstalledCluster cluster) {
        if (!cluster.isSail()) {
            return;
        }
        add(
                cluster,
                "operator",
                Kubectl.waitFor(cluster, "", "istios/" + cluster.resource(), "Ready"),
                "condition met");
        if (AmbientWriter.hasCni(cluster)) {
            add(cluster, "CNI plugin", Kubectl.waitFor(cluster, "", "istiocnis/default", "Ready"), "condition met");
        }
        if (cluster.isAmbient()) {
            add(cluster, "proxy of nodes", Kubectl.waitFor(cluster, "", "ztunnels/default", "Ready"), "condition met");
        }
    }

    private void secrets(InstalledCluster cluster) {
        List<String> peers = mesh.observedBy(cluster).stream()
                .filter(observed -> !RemoteSecretWriter.isConfigCluster(cluster, observed))
                .map(InstalledCluster::name)
                .toList();
        if (!peers.isEmpty()) {
            add(
                    cluster,
                    "remote secrets",
                    "istioctl --context=" + cluster.name() + " remote-clusters --istioNamespace="
                            + RemoteSecretWriter.namespace(mesh, cluster),
                    String.join(", ", peers) + " synced");
        }
    }

    private void gateway(InstalledCluster cluster) {
        if (!mesh.hasEastWestGateway(cluster)) {
            return;
        }
        add(
                cluster,
                "gateway",
                cluster.gatewayForm() == EastWestGatewayForm.gatewayApi
                        ? Kubectl.waitFor(
                                cluster,
                                cluster.namespace(),
                                "gateways.gateway.networking.k8s.io/" + Names.EAST_WEST_GATEWAY,
                                "Programmed")
                        : Kubectl.gatewayAddress(cluster, cluster.namespace(), Names.EAST_WEST_GATEWAY),
                "an address that the other clusters reach");
        if (mesh.servesRemotes(cluster)) {
            InstalledCluster remote = mesh.servedBy(cluster).get(0);
            add(
                    cluster,
                    "istiod from outside",
                    "openssl s_client -connect " + mesh.pilotAddress(remote) + ":" + Names.XDS_PORT + " -servername "
                            + cluster.istiod() + "." + cluster.namespace() + ".svc -showcerts </dev/null",
                    "a chain that ends at the common root");
        }
    }

    private void remote(InstalledCluster cluster) {
        if (cluster.role() == InstallRole.remote || cluster.role() == InstallRole.config) {
            InstalledCluster server = mesh.controlPlaneOf(cluster);
            add(
                    server,
                    "proxies of " + cluster.name(),
                    "istioctl --context=" + server.name() + " proxy-status --istioNamespace="
                            + RemoteSecretWriter.namespace(mesh, server),
                    "the pods of cluster " + cluster.name() + ", SYNCED");
        }
    }

    private void traffic(InstalledCluster cluster) {
        long members =
                mesh.clusters().stream().filter(InstalledCluster::hasWorkloads).count();
        if (!cluster.hasWorkloads() || members == 1) {
            return;
        }
        String context = "--context=" + cluster.name();
        if (cluster.isAmbient()) {
            add(
                    cluster,
                    "endpoints",
                    "istioctl " + context + " ztunnel-config workload",
                    "workloads of other clusters with their networks, for Services with label istio.io/global");
        } else {
            add(
                    cluster,
                    "endpoints",
                    "istioctl " + context + " proxy-config endpoints deploy/sleep -n sample"
                            + " --cluster 'outbound|5000||helloworld.sample.svc.cluster.local'",
                    mesh.severalNetworks()
                            ? "pods of its own network, and port " + Names.MTLS_PORT + " of the gateways of the others"
                            : "pods of all clusters");
        }
        add(
                cluster,
                "traffic",
                "kubectl " + context + " -n sample exec deploy/sleep -- curl -sS helloworld.sample:5000/hello",
                "in 10 calls, answers of every cluster that runs helloworld");
    }

    private void add(InstalledCluster cluster, String check, String command, String expectation) {
        steps.add(VerificationStep.builder()
                .cluster(cluster.name())
                .check(check)
                .command(command)
                .expectation(expectation)
                .build());
    }
}
