package io.eastwest.routing.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.trace.TraceStep;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an explanation tells of the VirtualServices at a gateway: whose rules a host has, and why not those of others. */
class ExplainedGatewayTest {
    private static String rules(String name, String hosts, String more) {
        return SmallMesh.rules(
                "edge/" + name,
                "{hosts: [" + hosts + "], " + more
                        + "http: [{route: [{destination: {host: a.edge.svc.cluster.local}}]}]}");
    }

    private static List<String> lines(String... manifests) {
        String[] all = new String[manifests.length + 1];
        all[0] = SmallMesh.service("edge/a", 1, "http 80")
                + SmallMesh.pod("edge/edge", "10.1.0.9", "app: edge")
                + SmallMesh.istio(
                        "Gateway",
                        "edge/gw",
                        "{selector: {app: edge}, servers: [{port: {number: 80, name: http, protocol: HTTP},"
                                + " hosts: ['*.com']}]}");
        System.arraycopy(manifests, 0, all, 1, manifests.length);
        return MeshRouter.of(SmallMesh.snapshot(all))
                .explain(Call.get("http://a.com/").arrivingAt("edge", "edge", "c1"))
                .steps()
                .stream()
                .filter(step -> step.stage() == TraceStep.Stage.VIRTUAL_SERVICE
                        && step.proxy().equals("c1/edge/edge"))
                .map(step -> (step.taken() ? "+ " : "- ") + step.candidate() + ": " + step.reason())
                .toList();
    }

    @Test
    void theVirtualServiceOfTheHostIsTaken() {
        assertThat(lines(rules("one", "a.com", "gateways: [gw], "), rules("two", "b.com", "gateways: [gw], ")))
                .containsExactly("+ VirtualService/edge/one: rules of host a.com");
    }

    @Test
    void oneOfAnotherGatewayIsNot() {
        assertThat(lines(rules("mesh", "a.com", "")))
                .containsExactly("- VirtualService/edge/mesh: gateways: expected one with edge/gw but was [mesh]");
    }

    @Test
    void oneWithoutAHostOfTheServerIsNot() {
        String other = SmallMesh.istio(
                "Gateway",
                "edge/other",
                "{selector: {app: edge}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['x/a.com']}]}");

        assertThat(lines(other, rules("one", "a.com", "gateways: [other], ")))
                .contains("- VirtualService/edge/one: hosts: expected one of [] of Gateway edge/other but was [a.com]");
    }

    @Test
    void oneWithoutRuleForThePortIsNot() {
        String rules = rules("one", "a.com", "gateways: [gw], ").replace("{route:", "{match: [{port: 81}], route:");

        assertThat(lines(rules))
                .endsWith("- VirtualService/edge/one: http: expected a rule for this proxy and port 80 but was none");
    }
}
