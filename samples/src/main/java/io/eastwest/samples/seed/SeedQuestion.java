package io.eastwest.samples.seed;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.gatewayapi.HttpBackendReference;
import io.eastwest.model.gatewayapi.HttpRoute;
import io.eastwest.model.gatewayapi.HttpRouteRule;
import io.eastwest.model.gatewayapi.HttpRouteSpec;
import io.eastwest.model.gatewayapi.ParentReference;
import io.eastwest.render.MeshTree;
import io.eastwest.render.intent.DistributeByPercent;
import io.eastwest.render.intent.KeepLocal;
import io.eastwest.render.intent.PartitionBySource;
import io.eastwest.render.intent.PreferLocal;
import io.eastwest.render.intent.TrafficIntent;
import io.eastwest.render.proof.IntentProof;
import io.eastwest.render.proof.ProofResult;
import io.eastwest.render.proof.Proven;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A question of the slides: the rules that answer it are rendered from what is wanted, and proven before they are shown. */
enum SeedQuestion {
    /** Traffic that stays. */
    CLUSTER_LOCAL("cluster-local", "How does traffic stay in its cluster, and which services are the exception?"),

    /** A subset for each cluster. */
    PARTITIONING("partitioning", "How do callers of each cluster get a subset of their own?"),

    /** The other region takes over. */
    FAILOVER("failover", "What happens when the backend of the own region fails?"),

    /** A fifth goes to the other region. */
    DISTRIBUTION("distribution", "How do 80 % stay in the own region while 20 % go to the other?"),

    /** Halves by the Gateway API. */
    SPLIT("split", "How does an HTTPRoute split the calls to a Service in halves?");

    static final String HOST = "mybackend-app.my-backend.svc.cluster.local";

    private static final String ORDERS = "http://mybackend-app.my-backend:8080/orders";
    private static final String ITEMS = "http://catalog.my-shared:8080/items";

    private final String sample;
    private final String question;

    SeedQuestion(String sample, String question) {
        this.sample = sample;
        this.question = question;
    }

    /** What is wanted; nothing where a rule is written down instead. */
    private List<TrafficIntent> intents() {
        return switch (this) {
            case CLUSTER_LOCAL -> List.of(KeepLocal.except("*.my-shared.svc.cluster.local"));
            case PARTITIONING -> List.of(PartitionBySource.own(HOST, "cluster-1", "cluster-2"));
            case FAILOVER -> List.of(PreferLocal.region(HOST).failingOver("region1", "region2"));
            case DISTRIBUTION -> List.of(DistributeByPercent.of(HOST, "region1/*", shares()));
            case SPLIT -> List.of();
        };
    }

    private static Map<String, Integer> shares() {
        Map<String, Integer> shares = new LinkedHashMap<>();
        shares.put("region1/*", 80);
        shares.put("region2/zone1", 20);
        return shares;
    }

    /** {@return the sample with the same question, whose rules were written by hand} */
    String sample() {
        return sample;
    }

    String question() {
        return question;
    }

    /** {@return calls of the frontend in the first cluster} */
    List<Call> calls() {
        List<String> urls = this == CLUSTER_LOCAL ? List.of(ORDERS, ITEMS) : List.of(ORDERS);
        return urls.stream()
                .map(url -> Call.get(url).from("frontend", "my-frontend", "cluster-1"))
                .toList();
    }

    /** {@return what fails: the backend of the first cluster} */
    static Conditions outage() {
        return Conditions.workloadDown("cluster-1", "my-backend", "mybackend-app");
    }

    /** {@return all files of each question, with the calls that prove them} */
    static Map<SeedQuestion, Proven> files() {
        Map<SeedQuestion, Proven> files = new EnumMap<>(SeedQuestion.class);
        for (SeedQuestion question : values()) {
            files.put(question, question.prove());
        }
        return files;
    }

    private Proven prove() {
        MeshSnapshot mesh = SeedInstallation.running(sample);
        List<TrafficIntent> intents = intents();
        ProofResult result = intents.isEmpty()
                ? IntentProof.check(MeshTree.of(withRoute(mesh)), Instant.now(), List.of())
                : IntentProof.of(mesh, Instant.now(), intents);
        return result.orThrow();
    }

    private static MeshSnapshot withRoute(MeshSnapshot mesh) {
        HttpRoute halves = HttpRoute.of(
                "my-backend",
                "mybackend-app",
                HttpRouteSpec.builder()
                        .addParentRef(ParentReference.service("mybackend-app").toBuilder()
                                .port(8080)
                                .build())
                        .rules(List.of(HttpRouteRule.to(
                                HttpBackendReference.to("mybackend-app-v1", 8080, 50),
                                HttpBackendReference.to("mybackend-app-v2", 8080, 50))))
                        .build());
        MeshSnapshotBuilder changed = mesh.toBuilder();
        SeedInstallation.CLUSTERS.forEach(cluster -> changed.add(cluster, halves));
        return changed.build();
    }
}
