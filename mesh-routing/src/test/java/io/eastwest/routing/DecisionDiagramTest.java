package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.RandomTown;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.Reason;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecisionDiagramTest {
    private static final String LABEL = "\"([ A-Za-z0-9./:,()+%=?-]|<br/>|#[0-9]+;)*\"";
    private static final String TITLE = " {2}accTitle: [ A-Za-z0-9._/?-]*";
    private static final String NODE = " {2}n\\d+(\\(\\[" + LABEL + "]\\)|\\[" + LABEL + "]|\\{\\{" + LABEL + "}})";
    private static final String ARROW = " {2}n\\d+ (-->|==>)\\|" + LABEL + "\\| n\\d+";
    private static final Hop SIDECAR = new Hop("east/shop/web-1", Hop.Kind.CLIENT_SIDECAR, "", "");

    private static Decision decision(Call call, List<Outcome> outcomes, EndpointTarget... endpoints) {
        ProxyAnswer first = ProxyAnswer.builder().addAllOutcomes(outcomes).build();
        return new Decision(call, Conditions.healthy(), outcomes, List.of(endpoints), first, List.of(), List.of());
    }

    private static Outcome outcome(Outcome.Kind kind, Share share) {
        return Outcome.builder()
                .kind(kind)
                .share(share)
                .reason(kind == Outcome.Kind.FORWARDED ? Reason.FORWARDED : Reason.NO_HEALTHY_UPSTREAM)
                .build();
    }

    private static EndpointTarget target(String pod, Share share, Hop... hops) {
        return new EndpointTarget(pod, "10.0.0.1:80", pod.split("/", -1)[0], "outbound|80||tea", share, List.of(hops));
    }

    @Test
    void sharesOfCallsFollowTheirHops() {
        Hop gateway = new Hop("west/istio-system/gw-1", Hop.Kind.EAST_WEST_GATEWAY, "1.2.3.4:15443", "passed through");
        Decision decision = decision(
                Call.get("http://tea.shop/").from("web", "shop", "east"),
                List.of(
                        outcome(Outcome.Kind.FORWARDED, Share.of(5, 6)),
                        outcome(Outcome.Kind.REFUSED, Share.of(1, 6)).toBuilder()
                                .status(503)
                                .flags("UH")
                                .detail("no_healthy_upstream")
                                .build()),
                target(
                        "east/shop/tea-1",
                        Share.of(1, 2),
                        SIDECAR,
                        new Hop("east/shop/tea-1", Hop.Kind.SERVER_SIDECAR, "10.0.0.1:80", "mutual TLS")),
                target(
                        "west/shop/tea-1",
                        Share.of(1, 6),
                        SIDECAR,
                        gateway,
                        new Hop("west/shop/tea-1", Hop.Kind.SERVER_SIDECAR, "10.0.0.1:80", "mutual TLS")),
                target(
                        "west/shop/tea-2",
                        Share.of(1, 6),
                        SIDECAR,
                        gateway,
                        new Hop("west/shop/tea-2", Hop.Kind.SERVER_SIDECAR, "10.0.0.2:80", "mutual TLS")));

        assertThat(decision.toMermaid()).isEqualTo("""
                flowchart LR
                  accTitle: GET http?//tea.shop/ from east/shop/web
                  n0(["GET http://tea.shop/ from east/shop/web"])
                  n1["client sidecar<br/>east/shop/web-1"]
                  n2["server sidecar<br/>east/shop/tea-1<br/>10.0.0.1:80"]
                  n3{{"east west gateway<br/>west/istio-system/gw-1<br/>1.2.3.4:15443"}}
                  n4["server sidecar<br/>west/shop/tea-1<br/>10.0.0.1:80"]
                  n5["server sidecar<br/>west/shop/tea-2<br/>10.0.0.2:80"]
                  n6{{"refused 503 UH<br/>NO#95;HEALTHY#95;UPSTREAM<br/>no#95;healthy#95;upstream"}}
                  n0 -->|"83.33%"| n1
                  n1 -->|"50%<br/>mutual TLS"| n2
                  n1 -->|"33.33%<br/>passed through"| n3
                  n3 -->|"16.67%<br/>mutual TLS"| n4
                  n3 -->|"16.67%<br/>mutual TLS"| n5
                  n0 ==>|"16.67%"| n6
                """);
    }

    @Test
    void nothingInALabelCanEndIt() {
        Call call = Call.tcp("a\"]; click n0 <b>`#é\n%%|end{}", 80).from("web", "shop", "east");

        String chart = decision(call, List.of(outcome(Outcome.Kind.REFUSED, Share.ONE)))
                .toMermaid();

        assertThat(chart.lines().toList())
                .contains("  n0([\"tcp a#34;#93;#59; click n0 #60;b#62;#96;#35;#233;<br/>%%#124;end#123;#125;:80"
                        + " from east/shop/web\"])")
                .allSatisfy(line -> assertThat(line).matches("flowchart LR|" + TITLE + '|' + NODE + '|' + ARROW));
    }

    @Test
    void everyDecisionIsAChartOfNodesAndArrows() {
        for (int seed = 0; seed < 10; seed++) {
            RandomTown town = RandomTown.of(new Random(seed));
            MeshRouter router = MeshRouter.of(SmallMesh.snapshot(town.with()));

            for (Call call : town.calls()) {
                assertThat(router.decide(call).toMermaid().lines().toList())
                        .startsWith("flowchart LR")
                        .hasSizeGreaterThan(3)
                        .allSatisfy(
                                line -> assertThat(line).matches("flowchart LR|" + TITLE + '|' + NODE + '|' + ARROW));
            }
        }
    }
}
