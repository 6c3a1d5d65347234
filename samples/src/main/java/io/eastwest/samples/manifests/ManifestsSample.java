package io.eastwest.samples.manifests;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.LocalityFailover;
import io.eastwest.model.istio.networking.OutlierDetection;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.render.MeshTree;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.samples.mesh.SeedMesh;
import io.eastwest.samples.text.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How do manifests come from code, and are they right before anybody applies them? Builds a mesh, writes it as one folder of
 * manifests for each cluster, and decides calls with what is read back from there.
 */
public final class ManifestsSample {
    private static final String HOST = "mybackend-app.my-backend.svc.cluster.local";
    private static final Call ORDERS =
            Call.get("http://mybackend-app.my-backend:8080/orders").from("frontend", "my-frontend", "cluster-1");
    private static final Conditions OUTAGE = Conditions.workloadDown("cluster-1", "my-backend", "mybackend-app");

    private ManifestsSample() {}

    /**
     * Writes the manifests and prints the answer.
     *
     * @param args nothing, or the folder to write; without one a new folder for temporary files
     * @throws IOException if no folder for temporary files can be made
     */
    public static void main(String[] args) throws IOException {
        Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("manifests");
        System.out.print(answer(folder));
    }

    /**
     * Writes {@code topology.yaml} and {@code clusters/<name>/}, and reads them again.
     *
     * @param folder where to
     * @return the rules of the first cluster as they were written, and the decisions that follow from them
     */
    public static String answer(Path folder) {
        MeshTree tree = tree();
        tree.writeTo(folder);
        MeshRouter router = MeshRouter.of(MeshSnapshot.read(folder).orThrow());

        return Answer.to("How do manifests come from code, and are they right before anybody applies them?")
                .text(
                        "Written for cluster-1:",
                        String.join("\n", tree.files("cluster-1").keySet()))
                .text("The rule:", tree.files().getOrDefault(MeshTree.path("cluster-1", failover()), ""))
                .today(router.explain(ORDERS))
                .outage(router.decide(ORDERS, OUTAGE))
                .toText();
    }

    /** {@return the mesh with its rules, the same in each cluster, as files} */
    public static MeshTree tree() {
        MeshSnapshot seed = SeedMesh.snapshot();
        MeshSnapshotBuilder mesh = seed.toBuilder();
        seed.clusters().forEach(cluster -> mesh.add(cluster, failover(), route()));
        return MeshTree.of(mesh.build());
    }

    private static DestinationRule failover() {
        TrafficPolicy policy = TrafficPolicy.builder()
                .loadBalancer(LoadBalancerSettings.failover(LocalityFailover.of("region1", "region2")))
                .outlierDetection(OutlierDetection.builder()
                        .consecutive5xxErrors(1)
                        .interval(Duration.ofSeconds(1))
                        .baseEjectionTime(Duration.ofMinutes(1))
                        .maxEjectionPercent(100)
                        .build())
                .build();
        return DestinationRule.of(
                "my-backend",
                "mybackend-app",
                DestinationRuleSpec.builder().host(HOST).trafficPolicy(policy).build());
    }

    private static VirtualService route() {
        IstioHttpRoute all = IstioHttpRoute.to(Destination.host(HOST)).toBuilder()
                .name("all")
                .timeout(Duration.ofSeconds(2))
                .build();
        return VirtualService.of("my-backend", "mybackend-app", VirtualServiceSpec.forHost(HOST, all));
    }
}
