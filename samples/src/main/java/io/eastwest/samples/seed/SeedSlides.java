package io.eastwest.samples.seed;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.kubernetes.SecretBytes;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.writer.ManifestWriter;
import io.eastwest.render.install.InstallPlan;
import io.eastwest.render.proof.Proven;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.proxy.ProxyLeg;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The snippets of the slides, each as it is rendered. */
final class SeedSlides {
    private static final String FIRST = "cluster-1";

    private final InstallPlan templates = SeedInstallation.withoutMaterial();
    private final MeshSnapshot installed =
            SeedInstallation.withMaterial().tree().snapshot();

    /**
     * {@return all of them, in the order of the slides}
     *
     * @param files files of the questions
     */
    static List<Slide> all(Map<SeedQuestion, Proven> files) {
        SeedSlides slides = new SeedSlides();
        MeshSnapshot partition = snapshot(files, SeedQuestion.PARTITIONING);
        MeshSnapshot failover = snapshot(files, SeedQuestion.FAILOVER);
        MeshSnapshot distribution = snapshot(files, SeedQuestion.DISTRIBUTION);
        MeshSnapshot split = snapshot(files, SeedQuestion.SPLIT);
        return List.of(
                new Slide(
                        1,
                        "Secret cacerts",
                        "blanks behind the first \\ end the command; the other cluster takes its files from east/",
                        slides.authorities()),
                new Slide(
                        2,
                        "istioctl create-remote-secret",
                        "the name is cluster-2 here, cluster2 in the Secret and cluster1 in the Istio resource",
                        slides.commands()),
                new Slide(
                        3,
                        "kubeconfig",
                        "flattened: server, user and token stand beside the names that they belong below",
                        slides.kubeconfig()),
                new Slide(4, "remote Secret", "without a namespace; istiod looks in its own", slides.remoteSecret()),
                new Slide(
                        5,
                        "east-west Gateway",
                        "number, name and protocol stand beside port, and tls and hosts are no part of the server",
                        yaml(slides.installed, "Gateway", "cross-network-gateway")),
                new Slide(
                        6,
                        "SNI between the networks",
                        "with a dot at its end, which no SNI has",
                        serverNames(partition)),
                new Slide(
                        7,
                        "Istio",
                        "network stands below multiCluster, where the API server drops it",
                        yaml(slides.installed, "Istio", "default")),
                new Slide(
                        8,
                        "DestinationRule with subsets",
                        "without a namespace; clusters are cluster-1 and cluster-2 here, cluster1 and cluster2 elsewhere",
                        yaml(partition, "DestinationRule", "mybackend-app-partition")),
                new Slide(
                        9,
                        "VirtualService that partitions",
                        "one rule, named local, sends callers of cluster-1 to cluster-2; others get the Service as it is",
                        yaml(partition, "VirtualService", "mybackend-app-partition")),
                new Slide(
                        10,
                        "DestinationRule with failover",
                        "outlierDetection stands in loadBalancer, where it is unknown, and without it nothing fails over",
                        yaml(failover, "DestinationRule", "mybackend-app-prefer-local")),
                new Slide(
                        11,
                        "DestinationRule with distribute",
                        "the same, and the name is that of the failover: the one that is applied last replaces the other",
                        yaml(distribution, "DestinationRule", "mybackend-app-distribute")),
                new Slide(
                        12,
                        "HTTPRoute",
                        "the parent has group gateway.networking.k8s.io, which no Service has; the second backend is a rule",
                        yaml(split, "HTTPRoute", "mybackend-app")));
    }

    private static MeshSnapshot snapshot(Map<SeedQuestion, Proven> files, SeedQuestion question) {
        return requireNonNull(files.get(question)).tree().snapshot();
    }

    private String authorities() {
        StringBuilder text = new StringBuilder();
        List<String> directories = List.of("west", "east");
        for (int i = 0; i < directories.size(); i++) {
            String cluster = SeedInstallation.CLUSTERS.get(i);
            Secret secret = (Secret) find(installed, cluster, "Secret", "cacerts");
            text.append("kubectl --context=")
                    .append(cluster)
                    .append(" -n ")
                    .append(secret.metadata().namespaceOrDefault())
                    .append(" create secret generic ")
                    .append(secret.metadata().name());
            for (String file : new TreeSet<>(secret.data().keySet())) {
                text.append(" \\\n  --from-file=")
                        .append(directories.get(i))
                        .append('/')
                        .append(file);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private String commands() {
        return templates.steps().stream()
                .flatMap(step -> step.commands().stream())
                .filter(command -> command.startsWith("istioctl create-remote-secret"))
                .map(command -> command.replace(" --", " \\\n  --").replace(" > ", " \\\n  > "))
                .collect(Collectors.joining("\n"));
    }

    private Secret template() {
        String path = "install/cluster-1/istio-remote-secret-cluster-2.yaml.template";
        return (Secret) ManifestReader.strict()
                .read(path, templates.files().getOrDefault(path, ""))
                .orThrow()
                .get(0)
                .resource();
    }

    private String kubeconfig() {
        return template().value("cluster-2").map(SecretBytes::toText).orElseThrow();
    }

    private String remoteSecret() {
        return ManifestWriter.toYaml(template());
    }

    /** The names for which the east-west gateway of the other cluster has a way, as its istiod configures it. */
    private static String serverNames(MeshSnapshot mesh) {
        TreeSet<String> names = new TreeSet<>();
        MeshRouter.of(mesh)
                .proxy("cluster-2/istio-system/istio-eastwestgateway-1")
                .resources(ProxyLeg.GATEWAY)
                .outboundListeners()
                .forEach(listener -> listener.filterChains()
                        .forEach(chain -> names.addAll(chain.match().serverNames())));
        names.removeIf(name -> !SubsetKey.parse(name).host().equals(SeedQuestion.HOST));
        return String.join("\n", names);
    }

    private static MeshResource find(MeshSnapshot mesh, String cluster, String kind, String name) {
        return mesh.manifests(cluster).stream()
                .map(Manifest::resource)
                .filter(resource -> resource.kind().equals(kind)
                        && resource.metadata().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + kind + " " + name + " in " + cluster));
    }

    private static String yaml(MeshSnapshot mesh, String kind, String name) {
        return ManifestWriter.toYaml(find(mesh, FIRST, kind, name));
    }
}
