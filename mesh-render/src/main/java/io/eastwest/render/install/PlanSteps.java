package io.eastwest.render.install;

import io.eastwest.model.MeshResource;
import io.eastwest.model.topology.EastWestGatewayForm;
import io.eastwest.model.topology.InstallRole;
import io.eastwest.render.MeshTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order of an installation: what serves comes before what is served, and a remote control plane is ready only when its
 * primary can read its cluster, because the primary writes the certificate of the webhook there.
 */
final class PlanSteps {
    private final Installation mesh;
    private final Artefacts artefacts;
    private final List<InstallStep> steps = new ArrayList<>();

    private PlanSteps(Installation mesh, Artefacts artefacts) {
        this.mesh = mesh;
        this.artefacts = artefacts;
    }

    static List<InstallStep> of(Installation mesh, Artefacts artefacts) {
        PlanSteps plan = new PlanSteps(mesh, artefacts);
        plan.prepare();
        plan.serve();
        plan.join();
        return plan.steps;
    }

    private void prepare() {
        for (InstalledCluster cluster : mesh.clusters()) {
            for (String what : Prerequisites.of(mesh, cluster)) {
                add(StepAction.PROVIDE, cluster, what, List.of(), List.of());
            }
        }
        apply(mesh.clusters(), Artefact.NAMESPACE, "namespaces");
        apply(mesh.clusters(), Artefact.TRUST, "the authority of istiod, before istiod starts");
        for (InstalledCluster cluster : mesh.clusters()) {
            apply(List.of(cluster), Artefact.CNI, "the CNI plugin");
            if (artefacts.hasCni(cluster)) {
                await(cluster, "the CNI plugin", Kubectl.waitFor(cluster, "", "istiocnis/default", "Ready"));
            }
        }
    }

    private void serve() {
        List<InstalledCluster> servers =
                mesh.clusters().stream().filter(TrustWriter::runsControlPlane).toList();
        for (InstalledCluster cluster : servers) {
            apply(List.of(cluster), Artefact.CONTROL_PLANE, "the control plane");
            awaitControlPlane(cluster, cluster.resource());
        }
        for (InstalledCluster cluster : servers) {
            apply(List.of(cluster), Artefact.ZTUNNEL, "the proxy of nodes");
            if (!artefacts.of(cluster, Artefact.ZTUNNEL).isEmpty()) {
                await(cluster, "the proxy of nodes", Kubectl.waitFor(cluster, "", "ztunnels/default", "Ready"));
            }
        }
        servers.forEach(this::gateway);
        servers.stream()
                .filter(cluster -> !cluster.isHost())
                .forEach(cluster -> apply(List.of(cluster), Artefact.EXPOSURE, "what its gateway lets through"));
    }

    private void join() {
        List<InstalledCluster> remotes = mesh.clusters().stream()
                .filter(cluster -> !TrustWriter.runsControlPlane(cluster))
                .toList();
        apply(remotes, Artefact.CONTROL_PLANE, "what stands for the control plane elsewhere");
        for (InstalledCluster cluster : mesh.clusters()) {
            apply(List.of(cluster), Artefact.READER, "what lets other clusters read this one");
        }
        for (InstalledCluster cluster : mesh.clusters()) {
            credentials(cluster);
            apply(List.of(cluster), Artefact.REMOTE_SECRET, "the Secrets by which istiod reads other clusters");
        }
        for (InstalledCluster host :
                mesh.clusters().stream().filter(InstalledCluster::isHost).toList()) {
            apply(List.of(host), Artefact.HOSTED_CONTROL_PLANE, "the control plane of another cluster");
            awaitControlPlane(host, mesh.configClusterOf(host).resource());
            apply(List.of(host), Artefact.EXPOSURE, "the way to the control plane");
        }
        for (InstalledCluster remote : remotes) {
            awaitControlPlane(remote, remote.resource());
            apply(
                    remote.role() == InstallRole.config ? List.of(remote) : List.of(),
                    Artefact.EXPOSURE,
                    "what gateways let through");
            gateway(remote);
        }
    }

    private void gateway(InstalledCluster cluster) {
        apply(List.of(cluster), Artefact.GATEWAY, "the gateway");
        if (artefacts.of(cluster, Artefact.GATEWAY).isEmpty()) {
            return;
        }
        if (cluster.gatewayForm() == EastWestGatewayForm.gatewayApi && !cluster.isHost()) {
            String gateway = "gateways.gateway.networking.k8s.io/" + Names.EAST_WEST_GATEWAY;
            await(
                    cluster,
                    "the address of the gateway",
                    Kubectl.waitFor(cluster, cluster.namespace(), gateway, "Programmed"));
        } else {
            String service = cluster.isHost() ? Names.INGRESS_GATEWAY : Names.EAST_WEST_GATEWAY;
            await(cluster, "the address of the gateway", Kubectl.gatewayAddress(cluster, cluster.namespace(), service));
        }
        if (mesh.servedBy(cluster).stream()
                .anyMatch(remote -> mesh.knownPilotAddress(remote).isEmpty())) {
            add(
                    StepAction.PROVIDE,
                    cluster,
                    "eastWestGateway.addresses in topology.yaml, then render again",
                    List.of(),
                    List.of());
        }
    }

    private void credentials(InstalledCluster observer) {
        for (InstalledCluster observed : mesh.observedBy(observer)) {
            if (RemoteSecretWriter.credential(mesh, observed).isEmpty()) {
                add(
                        StepAction.PROVIDE,
                        observer,
                        "the Secret by which istiod reads cluster " + observed.name(),
                        List.of(SecretTemplate.path(mesh, observer, observed)),
                        List.of(SecretTemplate.command(mesh, observer, observed)));
            }
        }
    }

    private void awaitControlPlane(InstalledCluster cluster, String resource) {
        if (cluster.isSail()) {
            await(cluster, "the control plane", Kubectl.waitFor(cluster, "", "istios/" + resource, "Ready"));
        }
    }

    private void await(InstalledCluster cluster, String what, String command) {
        add(StepAction.WAIT, cluster, what, List.of(), List.of(command));
    }

    private void apply(List<InstalledCluster> clusters, Artefact artefact, String title) {
        for (InstalledCluster cluster : clusters) {
            List<String> files = artefacts.of(cluster, artefact).stream()
                    .map((MeshResource resource) -> MeshTree.path(cluster.name(), resource))
                    .sorted(Comparator.comparing(path -> path.substring(path.lastIndexOf('/') + 1)))
                    .toList();
            if (!files.isEmpty()) {
                add(StepAction.APPLY, cluster, title, files, List.of(Kubectl.apply(cluster, files)));
            }
            List<ToolFile> tools = artefacts.tools(cluster).stream()
                    .filter(file -> file.artefact() == artefact)
                    .toList();
            if (!tools.isEmpty()) {
                add(
                        StepAction.APPLY,
                        cluster,
                        title,
                        tools.stream().map(ToolFile::path).toList(),
                        tools.stream().map(ToolFile::command).toList());
            }
        }
    }

    private void add(
            StepAction action, InstalledCluster cluster, String title, List<String> files, List<String> commands) {
        steps.add(InstallStep.builder()
                .action(action)
                .cluster(cluster.name())
                .title(title)
                .files(files)
                .commands(commands)
                .build());
    }
}
