package io.eastwest.samples;

import static io.eastwest.testing.MeshAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.LocalityFailover;
import io.eastwest.model.istio.networking.OutlierDetection;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The snippets of {@code docs/quick-start.md}, word for word. */
class QuickStartTest {
    private static final Path PAGE = Path.of("../docs/quick-start.md");

    /** The first assertion of a newcomer, which fails; see below. */
    void callsStayInEastWhileItIsHealthy() {
        MeshSnapshot mesh =
                MeshSnapshot.read(Path.of("src/test/resources/quickstart")).orThrow();
        MeshRouter router = MeshRouter.of(mesh);
        Call call = Call.get("http://orders.shop:8080/").from("web", "shop", "east");

        Decision today = router.decide(call);

        assertThat(today).forwards().onlyInCluster("east");
    }

    @Test
    void withoutOutlierDetectionTheFirstAssertionFails() {
        assertThatThrownBy(this::callsStayInEastWhileItIsHealthy)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("1/2");
    }

    @Test
    void withOutlierDetectionTheyStayUntilEastFails() {
        MeshSnapshot mesh =
                MeshSnapshot.read(Path.of("src/test/resources/quickstart")).orThrow();
        DestinationRule mended = DestinationRule.of(
                "shop",
                "orders",
                DestinationRuleSpec.builder()
                        .host("orders.shop.svc.cluster.local")
                        .trafficPolicy(TrafficPolicy.builder()
                                .loadBalancer(LoadBalancerSettings.failover(LocalityFailover.of("east", "west")))
                                .outlierDetection(OutlierDetection.builder()
                                        .consecutive5xxErrors(5)
                                        .maxEjectionPercent(100)
                                        .build())
                                .build())
                        .build());
        MeshRouter router = MeshRouter.of(mesh.toBuilder().put("east", mended).build());
        Call call = Call.get("http://orders.shop:8080/").from("web", "shop", "east");

        Decision today = router.decide(call);
        Decision outage = router.decide(call, Conditions.workloadDown("east", "shop", "orders"));

        assertThat(today).forwards().onlyInCluster("east");
        assertThat(outage).forwards().onlyInCluster("west");
    }

    @Test
    void theLineOfThePageIsWhatTheReaderSays() throws Exception {
        String page = Files.readString(PAGE);

        assertThat(MeshSnapshot.read(Path.of("src/test/resources/quickstart")).issues())
                .anySatisfy(issue -> assertThat(page).contains(issue.toString()));
    }

    @Test
    void snippetsOfThePageAreTheMethodsAbove() throws Exception {
        String source = Files.readString(Path.of("src/test/java/io/eastwest/samples/QuickStartTest.java"));
        var snippets = Pattern.compile("```java\n@Test\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(snippet -> snippet.group(1).indent(4).replace("\n    \n", "\n\n"))
                .toList();

        assertThat(snippets).hasSize(2).allSatisfy(snippet -> assertThat(source).contains(snippet));
    }
}
