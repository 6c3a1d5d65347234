package io.eastwest.routing.waypoint;

import static io.eastwest.routing.fixture.AmbientMesh.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.Peer;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.fixture.Waypoints;
import io.eastwest.routing.proxy.EndpointConditions;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.trace.TraceSink;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules for requests at a waypoint: which count, and what becomes of the names of clusters. */
class WaypointHttpRulesTest {
    private static final String NAME = "svc.foo.svc.cluster.local";
    private static final String OWN = "inbound-vip|80|http|svc.foo~";

    private static String rules(String key, String host, String http) {
        return SmallMesh.istio("VirtualService", key, "{hosts: [" + host + "], http: [" + http + "]}");
    }

    private static AmbientMesh mesh(String... rules) {
        String[] all = new String[rules.length + 2];
        all[0] = Waypoints.waypoint();
        all[1] = Waypoints.service();
        System.arraycopy(rules, 0, all, 2, rules.length);
        return AmbientMesh.with(all);
    }

    private static ProxyAnswer ask(String... rules) {
        Connection connection = Connection.builder()
                .sourceAddress("10.0.1.1")
                .destinationAddress("10.96.0.10")
                .destinationPort(80)
                .peer(new Peer(WEB))
                .build();
        HttpRequest request = HttpRequest.builder().authority("svc.foo").build();
        return mesh(rules)
                .router()
                .proxy("c1/foo/wp-1")
                .waypoint(connection, Optional.of(request), EndpointConditions.HEALTHY, TraceSink.NONE);
    }

    @Test
    void matchesOnTheLabelsOfTheWaypointItselfHoldNowhereEither() {
        String labels = "{match: [{sourceLabels: {gateway.networking.k8s.io/gateway-name: wp}}],"
                + " directResponse: {status: 418}}, {directResponse: {status: 419}}";

        assertThat(SmallMesh.text(ask(rules("foo/svc", NAME, labels)))).isEqualTo("419");
    }

    @Test
    void rulesOfOtherHostsDoNotCount() {
        assertThat(SmallMesh.text(
                        ask(rules("foo/other", "car.side.svc.cluster.local", "{directResponse: {status: 418}}"))))
                .isEqualTo(OWN);
    }

    @Test
    void copiesGoToTheServiceUnderItsNameAtTheWaypoint() {
        ProxyAnswer answer = ask(rules(
                "foo/svc",
                NAME,
                "{route: [{destination: {host: car.side.svc.cluster.local}}], mirror: {host: " + NAME + "}}"));

        assertThat(SmallMesh.text(answer)).isEqualTo("outbound|80||car.side~");
        assertThat(answer.mirrors())
                .singleElement()
                .satisfies(mirror -> assertThat(mirror.name().replace(".svc.cluster.local", "~"))
                        .isEqualTo(OWN));
    }

    @Test
    void anExplanationTellsWhichRulesCountAndWhyNotOthers() {
        String text = mesh(
                        rules("foo/svc", NAME, "{directResponse: {status: 418}}"),
                        rules("bar/svc", NAME, "{directResponse: {status: 419}}"))
                .router()
                .explain(Call.get("http://svc.foo/").from("web", "bar", "c1"))
                .toText();

        assertThat(text)
                .contains("VirtualService/foo/svc")
                .contains("VirtualService/bar/svc")
                .contains("namespace: expected foo or foo but was bar");
    }
}
